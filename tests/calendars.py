"""Calendars as somebody's program reads them, with a parser that is not ours."""

from typing import Any

import vobject

from tests.office import Office

MINE: dict[str, Any] = {"subject": "officer-2"}


async def link(office: Office, role: str = "officer", **more: Any) -> str:
    """The path of a new link at its owner itself."""
    who = {**MINE, **more.pop("by", {})}
    answer = await office.asks(role, "POST", "/calendars", json=more, **who)
    assert answer.status_code == 201, answer.text
    return "/calendars/" + str(answer.json()["link"]).rpartition("/calendars/")[2]


async def proves(office: Office, role: str = "officer", **who: Any) -> list[dict[str, Any]]:
    """Its owner signs in, and looks at the links."""
    answer = await office.asks(role, "GET", "/calendars", **{**MINE, **who})
    return list(answer.json()["calendars"])


async def read(office: Office, path: str) -> Any:
    """What is behind a link, as text; nobody signs in for it."""
    return await office.asks(None, "GET", path)


def events(text: str) -> dict[str, Any]:
    """The events of a calendar by the end of their identity."""
    calendar = vobject.readOne(text, validate=True)
    return {event.uid.value.partition("@")[0]: event for event in getattr(calendar, "vevent_list", [])}


async def entries(office: Office, path: str) -> dict[str, Any]:
    """The events behind a link."""
    answer = await read(office, path)
    assert answer.status_code == 200, answer.text
    return events(answer.text)
