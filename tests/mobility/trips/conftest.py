"""Trips at work in a test: a lecturer, a partner who invites, and the way to Kassel and back."""

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

ORDER: dict[str, Any] = {"order_number": "18-E", "order_date": "2026-11-23"}


def way(
    leaves: str = "2026-12-07", comes: str = "2026-12-11", country: str = "DE", city: str = "Kassel"
) -> list[dict[str, Any]]:
    """From Gəncə to a city abroad and back."""
    there = {"from_country": "AZ", "from_city": "Gəncə", "to_country": country, "to_city": city}
    back = {"from_country": country, "from_city": city, "to_country": "AZ", "to_city": "Gəncə"}
    return [{"departs": leaves, "arrives": leaves, **there}, {"departs": comes, "arrives": comes, **back}]


class Trips(Mobility):
    """Mobility with a memory for who travels."""

    async def lecturer(self, **given: Any) -> str:
        """A member of staff is registered; gives the id."""
        return await self.person(**({"kind": "staff", "given_name": "Rəşad", "family_name": "Quliyev"} | given))

    async def organisation(self, status: str = "active") -> str:
        """Partners know an organisation, and mobility hears of it."""
        known = str(uuid4())
        await self.hears(
            "partners.organisations.v1",
            "organisation.registered",
            {"id": known, "version": 1, "status": status, "merged_into": None},
        )
        return known

    def plan(self, person: str, **given: Any) -> dict[str, Any]:
        """The plan of a trip that every rule lets through."""
        return {
            "person_id": person,
            "purpose_kind": "talks",
            "purpose": "Talks on a joint master's programme",
            "legs": way(),
        } | given

    async def trip(self, person: str | None = None, **given: Any) -> Any:
        """Somebody (a new lecturer, unless named) plans a trip; gives the answer."""
        return await self.does("officer", "DraftTrip", **self.plan(person or await self.lecturer(), **given))

    async def submitted(self, person: str | None = None, **given: Any) -> Any:
        """A trip waits for a yes."""
        trip = await self.trip(person, **given)
        return await self.does("officer", "SubmitTrip", id=trip["id"])

    async def approved(self, person: str | None = None, **given: Any) -> Any:
        """A trip may take place."""
        trip = await self.submitted(person, **given)
        return await self.does("head", "ApproveTrip", id=trip["id"], **ORDER)

    async def shown(self, trip: Any) -> Any:
        """The trip as it now is."""
        return (await self.asks("officer", "GET", f"/trip/{trip['id']}")).json()

    async def told(self, role: str, trip: Any, *fields: str, **who: Any) -> list[dict[str, Any]]:
        """What the owner tells this caller of what is never published."""
        asked = {"ids": [trip["id"]], "fields": list(fields), "purpose": "Order"}
        response = await self.asks(role, "POST", "/trips/read", json=asked, **who)
        assert response.status_code == 200, response.text
        trips: list[dict[str, Any]] = response.json()["trips"]
        return [{name: value for name, value in each.items() if name != "id"} for each in trips]


def themselves(person: str) -> dict[str, Any]:
    """How somebody asks in their own name."""
    return {"person_id": UUID(person), "subject": f"person-{person}"}


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Trips]:
    """Mobility on a Monday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Trips(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()
