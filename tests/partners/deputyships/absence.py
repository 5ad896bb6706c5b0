"""The head is away: who was named, and for which days."""

from typing import Any

from tests.office import Office

DEPUTY: dict[str, Any] = {"subject": "officer-2"}
DAYS: dict[str, Any] = {"deputy": "officer-2", "first_day": "2026-09-08", "last_day": "2026-09-10"}


async def named(office: Office, **other: Any) -> dict[str, Any]:
    """The head has named a deputy, and whoever asks is known by what stands in the database at this moment."""
    office.sees_at_once()
    state: dict[str, Any] = (await office.does("head", "NameDeputy", **{**DAYS, **other}))["state"]
    return state


async def shown(office: Office, deputyship: dict[str, Any]) -> dict[str, Any]:
    """The deputyship as it now is."""
    state: dict[str, Any] = (await office.asks("officer", "GET", f"/deputyship/{deputyship['id']}")).json()
    return state
