"""Visits and events that are put off, moved or called off, as somebody does who has looked at what depends on them."""

from typing import Any

from tests.office import Office


async def impacts_of(office: Office, plural: str, *things: Any, role: str | None = "officer", **by: Any) -> Any:
    """What depends on some visits or events, as somebody is told who may read them."""
    question = {"ids": [each["id"] for each in things]}
    return (await office.asks(role, "POST", f"/{plural}/impact/read", json=question, **by)).json()[plural]


async def stops(office: Office, command: str, thing: Any, **given: Any) -> Any:
    """Look at what depends on it, and go on."""
    [seen] = await impacts_of(office, "visits" if command.endswith("Visit") else "events", thing)
    return await office.does("officer", command, id=thing["id"], impact=seen["impact"]["impact"], **given)
