"""What registrations may ask of events: how one stands, and that it is full or has places again."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound
from korpu_events.events.domain.vocabulary import AHEAD, TAKING_REGISTRATIONS, EventStatus
from korpu_events.events.facts import EventFull, EventPlacesFree
from korpu_events.events.tables import Event


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
