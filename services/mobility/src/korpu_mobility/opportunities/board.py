"""The board for everybody: what is open, as days for calendars (RFC 5545) and as news for readers (Atom, RFC 4287)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated
from xml.etree import ElementTree as ET

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.calendars.ics import DOMAIN, written
from korpu_chassis.calendars.public import marked
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.i18n.text import Language, visible
from korpu_chassis.runtime.routes import context_of
from korpu_mobility.opportunities.domain.lifecycle import OPEN, Verification
from korpu_mobility.opportunities.tables import Opportunity

router = APIRouter(tags=["opportunities"])
MOST = 500
ATOM = "http://www.w3.org/2005/Atom"
XML = "http://www.w3.org/XML/1998/namespace"
BOARD = "/board/opportunities"
CALENDAR, NEWS = "text/calendar; charset=utf-8", "application/atom+xml; charset=utf-8"
NAMES = {
    "az": "Gəncə Dövlət Universiteti: beynəlxalq imkanlar",
    "en": "Ganja State University: international opportunities",
    "ru": "Гянджинский государственный университет: международные возможности",
    "de": "Staatliche Universität Gəncə: internationale Angebote",
    "fr": "Université d'État de Gəncə : opportunités internationales",
}
LAST_DAY = {
    "az": "Son müraciət günü",
    "en": "Last day to apply",
    "ru": "Последний день подачи",
    "de": "Letzter Bewerbungstag",
    "fr": "Dernier jour pour postuler",
}
Spoken = Annotated[Language, Query(description="The language of the board.")]


async def on_the_board(request: Request) -> Sequence[Opportunity]:
    """What everybody looks at first, the nearest last day first; nobody has to say who they are."""
    async with context_of(request).database.transaction() as session:
        fresh = col(Opportunity.verification) != Verification.STALE
        open_now = select(Opportunity).where(col(Opportunity.status).in_(OPEN), fresh)
        found = await session.scalars(open_now.order_by(col(Opportunity.id).desc()).limit(MOST))
        return sorted(found, key=lambda each: (each.closes_at is None, each.closes_at, each.id))


async def read_board_calendar(request: Request, language: Spoken = "az") -> Response:
    """The last days to apply of all that is open, as iCalendar."""
    found = await on_the_board(request)
    entries = [_entry(each) for each in found if each.days.last_day]
    return marked(written(entries, language, NAMES[language], public=True), CALENDAR, request)


async def read_board_news(request: Request, language: Spoken = "az") -> Response:
    """All that is open, the latest news first, as Atom."""
    found = sorted(await on_the_board(request), key=lambda each: (each.changed_at, each.id), reverse=True)
    return marked(atom(found, language), NEWS, request)


for ending, read, media, summary in (
    ("ics", read_board_calendar, CALENDAR, "The last days to apply of all that is open, as iCalendar."),
    ("atom", read_board_news, NEWS, "All that is open, the latest news first, as Atom."),
):
    router.add_api_route(f"{BOARD}.{ending}", read, methods=["HEAD"], include_in_schema=False)
    router.add_api_route(
        f"{BOARD}.{ending}",
        read,
        methods=["GET"],
        operation_id=read.__name__,
        summary=summary,
        response_class=Response,
        responses={
            200: {"content": {media: {"schema": {"type": "string"}}}, "description": "The board."},
            304: {"description": "It is as `If-None-Match` knows it."},
            **dict.fromkeys((422, 503), PROBLEM_RESPONSE),
        },
    )


def atom(found: Sequence[Opportunity], language: str) -> bytes:
    """These opportunities as a feed; each keeps its identity, whatever is changed about it."""
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": language})
    updated = max((each.changed_at for each in found), default=datetime(1995, 1, 1, tzinfo=UTC))
    _add(feed, "id", f"tag:{DOMAIN},1995:opportunities:{language}")
    _add(feed, "title", NAMES[language])
    _add(feed, "updated", updated.isoformat())
    _add(ET.SubElement(feed, f"{{{ATOM}}}author"), "name", NAMES[language].partition(":")[0].strip())
    for each in found:
        _add_news(feed, each, language)
    said: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return said


def _add_news(feed: ET.Element, opportunity: Opportunity, language: str) -> None:
    news = ET.SubElement(feed, f"{{{ATOM}}}entry")
    _add(news, "id", opportunity.id.urn)
    _add(news, "title", opportunity.title.text(language))
    _add(news, "updated", opportunity.changed_at.isoformat())
    for term in (opportunity.kind, *opportunity.audience, *opportunity.countries):
        ET.SubElement(news, f"{{{ATOM}}}category", {"term": term})
    if link := opportunity.apply_link or opportunity.source:
        ET.SubElement(news, f"{{{ATOM}}}link", {"rel": "alternate", "href": link})
    last = opportunity.days.last_day
    until = f"{LAST_DAY[language]}: {last:%d.%m.%Y}\n\n" if last else ""
    words = opportunity.description.text(language) if opportunity.description else ""
    _add(news, "content", f"{until}{words}" or opportunity.code)


def _add(parent: ET.Element, name: str, text: str) -> None:
    """A text without the signs that XML cannot hold."""
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = "".join(each for each in visible(text) if each in "\t\n" or each >= " ")


def _entry(opportunity: Opportunity) -> Entry:
    last = opportunity.days.last_day
    assert last  # noqa: S101 -- what has no last day stands in no calendar
    return Entry(
        key=f"opportunity-{opportunity.id}",
        day=last,
        words=LAST_DAY,
        code=opportunity.code,
        title=opportunity.title,
        version=opportunity.version,
        changed_at=opportunity.changed_at,
        link=opportunity.apply_link or opportunity.source,
    )
