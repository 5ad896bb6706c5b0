"""The board for everybody: read by programs that are not ours, in five languages, without an account."""

from xml.etree import ElementTree as ET

import vobject

from tests.mobility.conftest import baku
from tests.mobility.opportunities.conftest import TITLE, Opportunities

ATOM = {"a": "http://www.w3.org/2005/Atom"}


async def test_a_calendar_shows_the_last_days_of_what_is_open(office: Opportunities) -> None:
    soon = await office.published(deadline="2026-12-15", internal_deadline="2026-12-10", source="https://example.org/1")
    await office.published(deadline=None)
    await office.draft()

    answer = await office.asks(None, "GET", "/board/opportunities.ics", params={"language": "en"})

    calendar = vobject.readOne(answer.text, validate=True)
    (event,) = calendar.vevent_list
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert event.dtstart.value.isoformat() == "2026-12-10"
    assert event.summary.value == f"Last day to apply · {soon['state']['code']} · A scholarship in Berlin"
    assert (event.url.value, event.contents["class"][0].value) == ("https://example.org/1", "PUBLIC")
    assert "valarm" not in event.contents


async def test_news_are_read_in_the_readers_language_and_name_what_they_are_of(office: Opportunities) -> None:
    opportunity = await office.published(title={**TITLE, "de": "Ein <Stipendium> & mehr"})

    answer = await office.asks(None, "GET", "/board/opportunities.atom", params={"language": "de"})

    feed = ET.fromstring(answer.text)  # noqa: S314 -- it is our own
    (entry,) = feed.findall("a:entry", ATOM)
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert entry.findtext("a:id", namespaces=ATOM) == f"urn:uuid:{opportunity['id']}"
    assert entry.findtext("a:title", namespaces=ATOM) == "Ein <Stipendium> & mehr"
    content = "Letzter Bewerbungstag: 31.01.2027\n\nBir il Berlində oxumaq."
    assert entry.findtext("a:content", namespaces=ATOM) == content
    assert [each.get("term") for each in entry.findall("a:category", ATOM)] == ["scholarship", "student", "DE"]


async def test_what_is_stale_or_closed_leaves_the_board_and_an_unchanged_one_is_not_sent_again(
    office: Opportunities,
) -> None:
    opportunity = await office.published(deadline="2027-12-31")
    first = await office.asks(None, "GET", "/board/opportunities.atom")
    known = {"if-none-match": first.headers["etag"]}

    same = await office.asks(None, "GET", "/board/opportunities.atom", headers=known)
    await office.waits_until(baku(2027, 2, 22, 0, 1))
    stale = await office.asks(None, "GET", "/board/opportunities.atom", headers=known)

    assert (first.text.count("<entry>"), same.status_code, same.content) == (1, 304, b"")
    assert (stale.status_code, stale.text.count("<entry>")) == (200, 0)
    assert opportunity["state"]["front_page"] is True


async def test_a_language_that_the_office_does_not_speak_is_refused(office: Opportunities) -> None:
    answer = await office.asks(None, "GET", "/board/opportunities.ics", params={"language": "xx"})

    assert answer.status_code == 422
