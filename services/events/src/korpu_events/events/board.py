"""The programme for everybody: what is announced, with its hours, for calendars (RFC 5545)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import ColumnElement, select
from sqlmodel import col

from korpu_chassis import clock
from korpu_chassis.calendars.entry import Entry
from korpu_chassis.calendars.ics import written
from korpu_chassis.calendars.public import marked
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.i18n.text import Language
from korpu_chassis.refusals import NotFound
from korpu_chassis.runtime.routes import context_of
from korpu_events.events.domain.vocabulary import EventStatus
from korpu_events.events.tables import Event

router = APIRouter(tags=["events"])
MOST = 500
STAYS = timedelta(days=30)
"""An event stays in the calendar for a while when it is over, so that it does not vanish on the way home."""
CALENDAR = "text/calendar; charset=utf-8"
NAMES = {
    "az": "Gəncə Dövlət Universiteti: tədbirlər",
    "en": "Ganja State University: events",
    "ru": "Гянджинский государственный университет: мероприятия",
    "de": "Staatliche Universität Gəncə: Veranstaltungen",
    "fr": "Université d'État de Gəncə : événements",
}
CALLED_OFF = {"az": "Ləğv edilib", "en": "Cancelled", "ru": "Отменено", "de": "Abgesagt", "fr": "Annulé"}
Spoken = Annotated[Language, Query(description="The language of the programme.")]
CONTENT: dict[int | str, dict[str, Any]] = {
    200: {"content": {CALENDAR: {"schema": {"type": "string"}}}, "description": "The programme."},
    304: {"description": "It is as `If-None-Match` knows it."},
    **dict.fromkeys((404, 422, 503), PROBLEM_RESPONSE),
}


async def read_programme(request: Request, language: Spoken = "az") -> Response:
    """All announced events that are not long over, as iCalendar; nobody has to say who they are."""
    return _told(await _announced(request, col(Event.ends) > clock.now() - STAYS), language, request)


async def read_event_calendar(request: Request, id: UUID, language: Spoken = "az") -> Response:
    """One announced event as iCalendar, also when it was called off."""
    found = await _announced(request, col(Event.id) == id)
    if not found:
        raise NotFound("id")
    return _told(found, language, request)


for path, read in (("/board/events.ics", read_programme), ("/board/events/{id}.ics", read_event_calendar)):
    router.add_api_route(path, read, methods=["HEAD"], include_in_schema=False)
    router.add_api_route(
        path,
        read,
        methods=["GET"],
        operation_id=read.__name__,
        summary=str(read.__doc__),
        response_class=Response,
        responses=CONTENT,
    )


async def _announced(request: Request, which: ColumnElement[bool]) -> Sequence[Event]:
    async with context_of(request).database.transaction() as session:
        public = select(Event).where(col(Event.published_on).is_not(None), which)
        return (await session.scalars(public.order_by(col(Event.starts).desc(), col(Event.id)).limit(MOST))).all()


def _entry(event: Event) -> Entry:
    called_off = event.status == EventStatus.CANCELLED
    return Entry(
        key=f"event-{event.id}",
        day=event.starts_on,
        words=CALLED_OFF if called_off else {},
        code=event.code,
        title=event.title,
        version=event.version,
        changed_at=event.changed_at,
        starts=event.starts,
        ends=event.ends,
        place=event.place,
        cancelled=called_off,
    )


def _told(found: Sequence[Event], language: str, request: Request) -> Response:
    """The calendar with its mark, or only that it is the one which the reader has."""
    content = written(map(_entry, found), language, NAMES[language], public=True)
    return marked(content, CALENDAR, request)
