"""`MoveEvent`: let an event take place at another time; its sessions move with it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.impact import ImpactNotSeen, Seen, require_impact_seen
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.events.aggregate import events
from korpu_events.events.domain.lifecycle import require_ahead, require_hours
from korpu_events.events.domain.programme import moved
from korpu_events.events.domain.vocabulary import ARRANGED
from korpu_events.events.facts import EventMoved
from korpu_events.events.inputs import Closes
from korpu_events.events.policies.dependents import dependents_of
from korpu_events.events.policies.programme import BOOKING_REFUSALS, book_sessions
from korpu_events.events.readers import DESK
from korpu_events.events.refusals.course import EventBackwards, EventIsOver, RegistrationEndsTooLate
from korpu_events.events.tables import Event
from korpu_events.fields import Moment


class MoveEvent(Changes):
    """When it takes place now, and why; whoever is registered reads the reason."""

    starts: Moment
    ends: Moment
    registration_closes: Closes = None
    reason: Text
    impact: Seen = None


@events.changes(
    who=DESK,
    when=ARRANGED,
    emits=[EventMoved],
    refuses=[EventBackwards, RegistrationEndsTooLate, EventIsOver, ImpactNotSeen, *BOOKING_REFUSALS],
)
async def move_event(event: Event, command: MoveEvent, uow: UnitOfWork) -> None:
    """Let an event take place at another time; its sessions move with it, at the hours that its place shows."""
    require_hours(command.starts, command.ends, command.registration_closes)
    require_ahead(command.ends, uow.now, "ends")
    require_impact_seen(await dependents_of(event, uow), command.impact)
    before, sessions = event.starts, moved(event.sessions, event.starts, command.starts, event.time_zone)
    event.starts, event.ends = command.starts, command.ends
    event.registration_closes = command.registration_closes
    await book_sessions(event, sessions, uow)
    moved_to = EventMoved(starts=event.starts, ends=event.ends, before=before, reason=command.reason)
    await uow.emit(event, moved_to)
