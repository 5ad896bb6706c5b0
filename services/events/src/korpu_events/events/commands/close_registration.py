"""`CloseRegistration`: let nobody register any more."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.aggregate import events
from korpu_events.events.domain.vocabulary import TAKING_REGISTRATIONS, EventStatus
from korpu_events.events.facts import EventRegistrationClosed
from korpu_events.events.readers import DESK
from korpu_events.events.tables import Event


class CloseRegistration(Changes):
    """For which event."""


@events.changes(who=DESK, when=TAKING_REGISTRATIONS, to=[EventStatus.CLOSED], emits=[EventRegistrationClosed])
async def close_registration(event: Event, command: CloseRegistration, uow: UnitOfWork) -> None:
    """Let nobody register any more, before the time for it is over."""
    event.status = EventStatus.CLOSED
    await uow.emit(event, EventRegistrationClosed())
