"""`DraftEvent`: write down an event that somebody plans."""

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_events.consumers.organisations import Organisations, known_as
from korpu_events.events.aggregate import events
from korpu_events.events.domain.lifecycle import require_ahead, require_hours
from korpu_events.events.domain.vocabulary import EventKind, EventStatus
from korpu_events.events.facts import EventDrafted
from korpu_events.events.inputs import Capacity, Closes, Link
from korpu_events.events.readers import DESK
from korpu_events.events.refusals.course import EventBackwards, EventIsOver, RegistrationEndsTooLate
from korpu_events.events.tables import Event
from korpu_events.fields import Line, Moment, TimeZone, Title, Unit
from korpu_events.places.interface import begin_counting


class DraftEvent(Creates):
    """What is planned, when and where, and for how many."""

    kind: EventKind
    title: Title
    summary: Texts
    starts: Moment
    ends: Moment
    time_zone: TimeZone = "Asia/Baku"
    place: Line | None = None
    online_link: Link = None
    capacity: Capacity = None
    registration_closes: Closes = None
    organisations: Organisations = ()
    unit: Unit | None = None


@events.creates(
    who=DESK,
    to=[EventStatus.DRAFT],
    emits=[EventDrafted],
    refuses=[EventBackwards, RegistrationEndsTooLate, EventIsOver],
)
async def draft_event(command: DraftEvent, uow: UnitOfWork) -> Event:
    """Write down an event that somebody plans."""
    require_hours(command.starts, command.ends, command.registration_closes)
    require_ahead(command.ends, uow.now, "ends")
    series = f"EVT-{uow.today.year}"
    event = Event(
        **command.model_dump(exclude={"idempotency_key", "title", "summary", "organisations"}),
        code=f"{series}-{await uow.number(series):03d}",
        status=EventStatus.DRAFT,
        title=LocalizedText.of(command.title),
        summary=LocalizedText.of(command.summary),
        organisations=await known_as(command.organisations, uow),
    )
    begin_counting(event.id, uow)
    await uow.emit(event, EventDrafted())
    return event
