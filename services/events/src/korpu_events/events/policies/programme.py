"""Sessions of an event: taken in, booked in the one diary, and told of."""

from typing import Any

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.diary.interface import AlreadyBooked, EntryKind, Owner, book
from korpu_events.events.domain.programme import difference, needed, put, require_within
from korpu_events.events.facts import EventProgrammeChanged
from korpu_events.events.inputs import SessionInput
from korpu_events.events.parts import Session
from korpu_events.events.refusals.sessions import OutsideTheEvent, SessionBackwards, TooManySessions
from korpu_events.events.tables import Event
from korpu_events.resources.interface import RESOURCE_REFUSALS, Wanted, on_the_list

BOOKING_REFUSALS = (OutsideTheEvent, AlreadyBooked)
SESSION_REFUSALS = (SessionBackwards, TooManySessions, *BOOKING_REFUSALS, *RESOURCE_REFUSALS)


def given_session(command: SessionInput) -> dict[str, Any]:
    """What a command says of a session, without what only the command needs."""
    return command.model_dump(exclude={"id", "seen", "idempotency_key", "title", "session_id"})


async def put_session(event: Event, session: Session, uow: UnitOfWork) -> None:
    """Take a session into the programme, with the room that it means, and tell of it."""
    before = next((each for each in event.sessions if each.id == session.id), None)
    people = event.capacity or len({*session.speakers, *session.interpreters})
    wanted = Wanted("room", session.room, session.room_id, people, {before.room} if before else ())
    room, room_id = await on_the_list(wanted, uow)
    session = session.model_copy(update={"room": room, "room_id": room_id})
    await become(event, put(event.sessions, session), uow)


async def become(event: Event, sessions: tuple[Session, ...], uow: UnitOfWork) -> None:
    """Let this be the programme, and tell of the difference."""
    change = EventProgrammeChanged(**difference(event.sessions, sessions))
    await book_sessions(event, sessions, uow)
    await uow.emit(event, change)


async def book_sessions(event: Event, sessions: tuple[Session, ...], uow: UnitOfWork) -> None:
    """Let these be the sessions, within the hours of the event, and take in the diary what they need."""
    language = uow.principal.language or "az"
    require_within(sessions, (event.starts, event.ends), event.time_zone, language)
    await book(Owner(EntryKind.EVENT, event.id, event.code), needed(sessions), uow)
    event.sessions = sessions
