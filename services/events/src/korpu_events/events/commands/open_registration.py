"""`OpenRegistration`: let whoever wants to come register."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.aggregate import events
from korpu_events.events.domain.lifecycle import require_time_to_register
from korpu_events.events.domain.vocabulary import EventStatus
from korpu_events.events.facts import EventRegistrationOpened
from korpu_events.events.readers import DESK
from korpu_events.events.refusals.course import RegistrationTimeOver
from korpu_events.events.tables import Event
from korpu_events.registrations.interface import move_up


class OpenRegistration(Changes):
    """For which event."""


@events.changes(
    who=DESK,
    when=[EventStatus.PUBLISHED, EventStatus.CLOSED],
    to=[EventStatus.REGISTRATION_OPEN, EventStatus.FULL],
    emits=[EventRegistrationOpened],
    refuses=[RegistrationTimeOver],
)
async def open_registration(event: Event, command: OpenRegistration, uow: UnitOfWork) -> None:
    """Let whoever wants to come register, for the first time or again."""
    require_time_to_register(event.closes, uow.now)
    event.status = EventStatus.REGISTRATION_OPEN
    await uow.emit(event, EventRegistrationOpened(until=event.closes))
    await move_up(event.id, uow)
