"""`AddEventSession`: put a session onto the programme of an event."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.events.aggregate import events
from korpu_events.events.domain.vocabulary import ARRANGED
from korpu_events.events.facts import EventProgrammeChanged
from korpu_events.events.inputs import SessionInput
from korpu_events.events.parts import Session
from korpu_events.events.policies.programme import SESSION_REFUSALS, given_session, put_session
from korpu_events.events.readers import DESK
from korpu_events.events.tables import Event


class AddEventSession(SessionInput):
    """The new session."""


@events.changes(who=DESK, when=ARRANGED, emits=[EventProgrammeChanged], refuses=SESSION_REFUSALS)
async def add_event_session(event: Event, command: AddEventSession, uow: UnitOfWork) -> None:
    """Put a session onto the programme; speakers, interpreters and the room are taken for its time."""
    session = Session(**given_session(command), title=LocalizedText.of(command.title))
    await put_session(event, session, uow)
