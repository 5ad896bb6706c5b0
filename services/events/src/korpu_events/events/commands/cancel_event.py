"""`CancelEvent`: call an event off, with the reason; what it had booked is free again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.impact import ImpactNotSeen, Seen, require_impact_seen
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.diary.interface import release
from korpu_events.events.aggregate import events
from korpu_events.events.domain.vocabulary import ARRANGED, EventStatus
from korpu_events.events.facts import EventCancelled
from korpu_events.events.policies.dependents import dependents_of
from korpu_events.events.tables import Event
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.registrations.interface import cancel_all


class CancelEvent(Changes):
    """Why; everybody who was told of the event reads it."""

    reason: Text
    impact: Seen = None


@events.changes(
    who=[OFFICER, HEAD],
    when=ARRANGED,
    to=[EventStatus.CANCELLED],
    emits=[EventCancelled],
    refuses=[ImpactNotSeen],
)
async def cancel_event(event: Event, command: CancelEvent, uow: UnitOfWork) -> None:
    """Call an event off, with the reason; what it had booked is free, and every registration says that it is off."""
    require_impact_seen(await dependents_of(event, uow), command.impact)
    await release(event.id, uow)
    event.status, event.reason = EventStatus.CANCELLED, command.reason
    await uow.emit(event, EventCancelled(reason=command.reason))
    await cancel_all(event.id, uow)
