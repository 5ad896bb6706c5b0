"""What registrations and answers may ask of events: how one stands, what is asked of it, that it is full or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound
from korpu_events.events.domain.vocabulary import AHEAD, TAKING_REGISTRATIONS, EventStatus, QuestionKind
from korpu_events.events.facts import EventFull, EventPlacesFree
from korpu_events.events.readers import DESK, READERS
from korpu_events.events.tables import Event

__all__ = [
    "EventAskedAbout",
    "EventCourse",
    "QuestionAsked",
    "QuestionKind",
    "asked_about",
    "course_of",
    "questions_of",
    "say_full",
]


@dataclass(frozen=True)
class EventCourse:
    """An event as it stands now, for whoever comes to it."""

    id: UUID
    code: str
    unit: str | None
    correlation_id: UUID
    title: LocalizedText
    capacity: int | None
    takes_registrations: bool
    is_full: bool
    ahead: bool
    over: bool
    doors_open: datetime
    starts: datetime
    ends: datetime
    closes: datetime
    time_zone: str
    place: str | None
    online_link: str | None


async def course_of(event_id: UUID, uow: UnitOfWork, path: str | None = "event_id") -> EventCourse:
    """How an event stands; whoever holds its places knows that it stays so. One that nobody reads of is not there."""
    event = await uow.session.get(Event, event_id, populate_existing=True)
    if event is None or event.published_on is None:
        raise NotFound(path)
    return EventCourse(
        **{name: getattr(event, name) for name in ("id", "code", "unit", "correlation_id", "title", "capacity")},
        **{name: getattr(event, name) for name in ("starts", "ends", "closes", "time_zone", "place", "online_link")},
        takes_registrations=event.status in TAKING_REGISTRATIONS,
        is_full=event.status == EventStatus.FULL,
        ahead=event.status in AHEAD,
        doors_open=datetime.combine(event.starts_on, time(), ZoneInfo(event.time_zone)),
        over=event.status in {EventStatus.HELD, EventStatus.REPORTED},
    )


async def say_full(event_id: UUID, uow: UnitOfWork, *, full: bool) -> None:
    """Let an event that takes registrations be full, or have places again; told once, when it comes about."""
    event = await uow.lock(Event, event_id)
    wanted = EventStatus.FULL if full else EventStatus.REGISTRATION_OPEN
    if event.status in TAKING_REGISTRATIONS and event.status != wanted:
        event.status = wanted
        await uow.emit(event, EventFull(capacity=event.capacity or 0) if full else EventPlacesFree())


@dataclass(frozen=True)
class QuestionAsked:
    """What those who were at an event are asked."""

    id: UUID
    kind: str
    text: LocalizedText


@dataclass(frozen=True)
class EventAskedAbout:
    """An event about which people are asked, and what the caller has to do with it."""

    id: UUID
    questions: Sequence[QuestionAsked]
    until: date | None
    open: bool
    answers: int | None
    organised: bool
    read: bool


async def questions_of(event_id: UUID, uow: UnitOfWork, *, hold: bool = False) -> Sequence[QuestionAsked]:
    """What those who were there are asked now; nothing before it is over and after the last day.

    `hold` keeps it open until the transaction ends.
    """
    event = await uow.session.get(
        Event, event_id, populate_existing=True, with_for_update={"read": True} if hold else None
    )
    return _asked(event) if event and _is_open(event, uow) else []


async def asked_about(event_id: UUID, uow: UnitOfWork) -> EventAskedAbout | None:
    """What is asked about an event, whether the caller organises it, and whether they read it inside."""
    event = await uow.session.get(Event, event_id)
    if event is None:
        return None
    who = uow.principal
    responsible = event.responsible_id is not None and who.person_id == event.responsible_id
    return EventAskedAbout(
        id=event.id,
        questions=_asked(event),
        until=event.feedback_until,
        open=_is_open(event, uow),
        answers=event.feedback_answers,
        organised=responsible or any(role.admits(who, event) for role in DESK),
        read=responsible or any(role.admits(who, event) for role in READERS),
    )


def _is_open(event: Event, uow: UnitOfWork) -> bool:
    until = event.feedback_until
    return until is not None and event.feedback_answers is None and uow.now < end_of_day(until)


def _asked(event: Event) -> list[QuestionAsked]:
    return [QuestionAsked(each.id, each.kind, each.text) for each in event.feedback_questions]
