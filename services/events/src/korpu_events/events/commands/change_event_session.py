"""`ChangeEventSession`: write a session of an event anew."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.aggregate import events
from korpu_events.events.domain.programme import session_of
from korpu_events.events.domain.vocabulary import ARRANGED
from korpu_events.events.facts import EventProgrammeChanged
from korpu_events.events.inputs import SessionInput
from korpu_events.events.parts import Session
from korpu_events.events.policies.programme import SESSION_REFUSALS, given_session, put_session
from korpu_events.events.readers import DESK
from korpu_events.events.refusals.sessions import UnknownSession
from korpu_events.events.tables import Event


class ChangeEventSession(SessionInput):
    """The session as it is to be, in full."""

    session_id: UUID


@events.changes(who=DESK, when=ARRANGED, emits=[EventProgrammeChanged], refuses=[UnknownSession, *SESSION_REFUSALS])
async def change_event_session(event: Event, command: ChangeEventSession, uow: UnitOfWork) -> None:
    """Write a session anew; what it took before is free for others."""
    before = session_of(event.sessions, command.session_id)
    session = Session(**given_session(command), id=before.id, title=before.title.edited(command.title))
    await put_session(event, session, uow)
