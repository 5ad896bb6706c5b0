"""Letters with a past, so that a test begins where its own story does."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import text

from korpu_chassis.clock import BAKU
from tests.office import Office
from tests.partners.agreements.history import partner

__all__ = ["came_in", "day", "next_number", "partner", "reload", "went_out"]

REGISTERED: dict[str, Any] = {
    "direction": "incoming",
    "correspondents": [{"office": "Ministry of Science and Education"}],
    "subject": {"az": "Tələbə mübadiləsi haqqında", "en": "On the exchange of students"},
}


async def came_in(office: Office, role: str = "officer", **other: Any) -> dict[str, Any]:
    """A letter that was registered today."""
    state: dict[str, Any] = (await office.does(role, "RegisterLetter", **{**REGISTERED, **other}))["state"]
    return state


async def went_out(office: Office, **other: Any) -> dict[str, Any]:
    """A letter of ours that goes out today."""
    return await came_in(office, direction="outgoing", **other)


async def reload(office: Office, letter: dict[str, Any]) -> dict[str, Any]:
    """The letter as its owner knows it now."""
    state: dict[str, Any] = (await office.asks("auditor", "GET", f"/letter/{letter['id']}")).json()
    return state


async def day(office: Office, on: str, at: time = time(9)) -> None:
    """It is nine o'clock on that day, and all that fell due is said."""
    await office.waits_until(datetime.combine(date.fromisoformat(on), at, tzinfo=BAKU))


async def next_number(office: Office, series: str) -> int:
    """What the register would count next."""
    async with office.database.transaction() as session:
        held = await session.execute(text("SELECT last FROM series WHERE name = :name"), {"name": series})
        return int(held.scalar() or 0) + 1


def stranger() -> str:
    """An id that belongs to nothing."""
    return str(UUID(int=7))
