"""`DropEventSession`: take a session off the programme of an event."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.aggregate import events
from korpu_events.events.domain.programme import session_of
from korpu_events.events.domain.vocabulary import ARRANGED
from korpu_events.events.facts import EventProgrammeChanged
from korpu_events.events.policies.programme import become
from korpu_events.events.readers import DESK
from korpu_events.events.refusals.sessions import UnknownSession
from korpu_events.events.tables import Event


class DropEventSession(Changes):
    """Which session does not take place."""

    session_id: UUID


@events.changes(who=DESK, when=ARRANGED, emits=[EventProgrammeChanged], refuses=[UnknownSession])
async def drop_event_session(event: Event, command: DropEventSession, uow: UnitOfWork) -> None:
    """Take a session off the programme, and free what it had taken."""
    dropped = session_of(event.sessions, command.session_id)
    await become(event, tuple(each for each in event.sessions if each.id != dropped.id), uow)
