"""`ChangeEvent`: write differently what is said of an event; its hours are moved by `MoveEvent`."""

from uuid import UUID

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Texts
from korpu_events.consumers.organisations import Organisations, known_as
from korpu_events.events.aggregate import events
from korpu_events.events.domain.lifecycle import require_hours
from korpu_events.events.domain.vocabulary import ARRANGED, EventKind
from korpu_events.events.facts import EventChanged
from korpu_events.events.inputs import Budget, Capacity, Closes, Link
from korpu_events.events.readers import DESK
from korpu_events.events.refusals.course import RegistrationEndsTooLate
from korpu_events.events.tables import Event
from korpu_events.fields import Line, Title
from korpu_events.registrations.interface import PlacesTaken, move_up, require_room_for_all


class ChangeEvent(Corrects):
    """What is to be written differently; what is left out stays."""

    kind: EventKind | None = None
    title: Title | None = None
    summary: Texts | None = None
    place: Line | None = None
    online_link: Link = None
    capacity: Capacity = None
    registration_closes: Closes = None
    organisations: Organisations | None = None
    responsible_id: UUID | None = None
    budget: Budget | None = None


@events.changes(who=DESK, when=ARRANGED, emits=[EventChanged], refuses=[RegistrationEndsTooLate, PlacesTaken])
async def change_event(event: Event, command: ChangeEvent, uow: UnitOfWork) -> None:
    """Write differently what is said of an event; its hours are moved by `MoveEvent`."""
    texts = {"title", "summary"}
    plain = set(ChangeEvent.model_fields) - {"id", "seen", "idempotency_key", "organisations", *texts}
    for name in sorted(plain):
        if (value := getattr(command, name)) is not None:
            setattr(event, name, value)
    for name in sorted(texts):
        if (words := getattr(command, name)) is not None:
            setattr(event, name, getattr(event, name).edited(words))
    if command.organisations is not None:
        event.organisations = await known_as(command.organisations, uow)
    require_hours(event.starts, event.ends, event.registration_closes)
    await require_room_for_all(event.id, event.capacity, uow)
    await uow.emit(event, EventChanged())
    await move_up(event.id, uow)
