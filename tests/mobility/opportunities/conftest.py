"""Opportunities at work in a test: a scholarship in Berlin that every rule lets through."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.mobility.conftest import Mobility
from tests.seen import SEEN

TITLE = {"az": "Berlində təqaüd", "en": "A scholarship in Berlin"}
WORDS = {"az": "Bir il Berlində oxumaq.", "en": "A year of study in Berlin."}


class Opportunities(Mobility):
    """Mobility with a memory for what is offered."""

    async def provider(self, status: str = "active", merged_into: str | None = None) -> str:
        """Partners know an organisation, and mobility hears of it."""
        known = str(uuid4())
        await self.provider_is(known, status, merged_into=merged_into)
        return known

    async def provider_is(self, known: str, status: str, version: int = 1, merged_into: str | None = None) -> None:
        """Partners say how an organisation stands now."""
        state = {"id": known, "version": version, "status": status, "merged_into": merged_into}
        await self.hears("partners.organisations.v1", "organisation.changed", state)

    def said(self, **given: Any) -> dict[str, Any]:
        """What is written about an opportunity that every rule lets through."""
        return {
            "kind": "scholarship",
            "title": TITLE,
            "description": WORDS,
            "provider": "Berlin Fund",
            "countries": ["DE"],
            "requirements": {"audience": ["student"]},
            "deadline": "2027-01-31",
            "time_zone": "Europe/Berlin",
        } | given

    async def draft(self, **given: Any) -> Any:
        """The officer writes an opportunity down."""
        return await self.does("officer", "DraftOpportunity", **self.said(**given))

    async def refuses_draft(self, **given: Any) -> str:
        """The officer writes an opportunity down that is not accepted; gives the code."""
        return await self.refuses("officer", "DraftOpportunity", **self.said(**given))

    async def published(self, **given: Any) -> Any:
        """Everybody can read an opportunity."""
        opportunity = await self.draft(**given)
        await self.does("officer", "VerifyOpportunity", id=opportunity["id"])
        return await self.does("officer", "PublishOpportunity", id=opportunity["id"])

    async def changes(self, opportunity: Any, command: str, **given: Any) -> Any:
        """The officer does something with it; gives its state."""
        return (await self.does("officer", command, id=opportunity["id"], **given))["state"]

    async def refuses_change(self, opportunity: Any, command: str, **given: Any) -> str:
        """The officer tries something with it; gives the code."""
        return await self.refuses("officer", command, id=opportunity["id"], **given)

    async def shown(self, opportunity: Any) -> Any:
        """The opportunity as it now is."""
        return (await self.asks("officer", "GET", f"/opportunity/{opportunity['id']}")).json()

    async def found(self, role: str | None = None, *, by: dict[str, Any] | None = None, **question: Any) -> Any:
        """What the owner says of whether somebody is eligible."""
        response = await self.asks(role, "POST", "/opportunities/eligibility", json=question, **(by or {}))
        assert response.status_code == 200, response.text
        return response.json()["opportunities"]


def themselves(person: str) -> dict[str, Any]:
    """How somebody asks in their own name."""
    return {"person_id": UUID(person), "subject": f"person-{person}"}


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Opportunities]:
    """Mobility on a Monday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Opportunities(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()
