"""Calendars through the gateway: a link of one's own, read by any program, and taken back."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
import vobject

from tests.journeys.days import Calendar
from tests.journeys.office import Office

pytestmark = pytest.mark.journey

Rest = Callable[..., httpx.Client]


@pytest.fixture
def rest(office: Office) -> Iterator[Rest]:
    """The gateway's plain addresses, for somebody."""
    with ExitStack() as open_clients:

        def entrance(role: str | None, **who: Any) -> httpx.Client:
            url, token = office.entrance(role, **who)
            headers = {"authorization": f"Bearer {token}"} if token else {}
            return open_clients.enter_context(httpx.Client(base_url=url, headers=headers))

        yield entrance


def summaries(calendar: httpx.Response) -> list[str]:
    """What a program shows of a calendar."""
    assert calendar.status_code == 200, calendar.text
    read = vobject.readOne(calendar.content.decode(), validate=True)
    return [event.summary.value for event in getattr(read, "vevent_list", [])]


def test_a_link_shows_ones_own_days_to_any_program_until_it_is_revoked(
    office: Office, days: Calendar, rest: Rest
) -> None:
    who = f"officer-{office.mark}"
    mine, program = rest("officer", subject=who), rest(None)
    letter = office.letter(assignee=who, due=days.day(10), subject={"en": "Joint research", "az": "Birgə tədqiqat"})
    agreement = office.signed(office.partner(), owner=who, title={"en": "Memorandum", "az": "Memorandum"})

    made = mine.post("/partners/calendars", json={"language": "en", "label": "Phone"})
    link = made.json()["link"]
    shown = summaries(program.get(link))
    listed = mine.get("/partners/calendars").json()["calendars"]
    revoked = mine.delete(f"/partners/calendars/{listed[0]['id']}")
    after = program.get(link)

    assert made.status_code == 201
    assert sorted(shown) == sorted(
        [f"Letter due · {letter['code']} · Joint research", f"Agreement ends · {agreement['code']} · Memorandum"]
    )
    assert [each["label"] for each in listed] == ["Phone"]
    assert "link" not in listed[0]
    assert (revoked.status_code, after.status_code) == (204, 404)


def test_a_calendar_is_kept_by_nobody_and_its_secret_stands_in_no_log(office: Office, rest: Rest) -> None:
    mine, program = rest("officer", subject=f"officer-{office.mark}"), rest(None)
    link = mine.post("/partners/calendars", json={}).json()["link"]

    answer = program.get(link)
    same = program.get(link, headers={"if-none-match": answer.headers["etag"]})
    head = program.head(link)

    assert (same.status_code, head.status_code) == (304, 200)
    assert same.content == head.content == b""
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    secret = link.removeprefix("/partners/calendars/").removesuffix(".ics")
    logs = [file for file in office.reception.product.home.path.rglob("*.log") if file.is_file()]
    assert logs
    assert [file.name for file in logs if secret in file.read_text("utf-8", "replace")] == []


def test_nobody_makes_a_link_without_signing_in(rest: Rest) -> None:
    assert rest(None).post("/partners/calendars", json={}).status_code == 401
