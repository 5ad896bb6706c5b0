"""Enquiries at work in a test: a guest asks about scholarships, and the office answers."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlmodel import col, select

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from korpu_mobility.enquiries.tables import Enquiry
from tests.mobility.conftest import Mobility
from tests.seen import SEEN

GUEST = {"name": "Leyla Nağıyeva", "email": "leyla@example.org", "topic": "scholarship", "question": "Yer varmı?"}


class Enquiries(Mobility):
    """Mobility with a memory for who asked."""

    async def knocks(self, **given: Any) -> httpx.Response:
        """Somebody without an account asks."""
        return await self.asks(None, "POST", "/guest-enquiries", json=GUEST | given)

    async def guest_asks(self, **given: Any) -> tuple[Any, str]:
        """Somebody without an account asks; gives the enquiry and the secret of the link."""
        response = await self.knocks(**given)
        assert response.status_code == 201, response.text
        told = response.json()
        return await self.by_code(told["code"]), told["link"].partition("#mobility.")[2]

    async def by_code(self, code: str) -> Any:
        """The enquiry of this number as the office sees it."""
        found = await self.does("officer", "CorrectEnquiry", id=await self.id_of(code), language="az")
        return found["state"]

    async def id_of(self, code: str) -> str:
        """The id behind a number."""
        async with self.database.transaction() as session:
            return str((await session.scalars(select(Enquiry.id).where(col(Enquiry.code) == code))).one())

    async def as_guest(self, what: str, secret: str, **more: Any) -> httpx.Response:
        """Somebody without a token holds the secret of a link."""
        return await self.asks(None, "POST", f"/guest-links/{what}", json={"secret": secret} | more)

    async def answered(self, enquiry: Any, **given: Any) -> Any:
        """An officer takes the enquiry, and answers."""
        await self.does("officer", "AssignEnquiry", id=enquiry["id"])
        return (await self.does("officer", "AnswerEnquiry", id=enquiry["id"], text="Bəli, üç yer.", **given))["state"]

    async def shown(self, enquiry: Any, role: str = "officer", **who: Any) -> Any:
        """The enquiry as it now is."""
        return (await self.asks(role, "GET", f"/enquiry/{enquiry['id']}", **who)).json()

    async def reads(self, enquiry: Any, role: str, *fields: str, **who: Any) -> list[Any]:
        """What the owner tells a role of what is never published."""
        question = {"ids": [enquiry["id"]], "fields": fields, "purpose": "To answer"}
        response = await self.asks(role, "POST", "/enquiries/read", json=question, **who)
        assert response.status_code == 200, response.text
        return list(response.json()["enquiries"])


def themselves(person: str) -> dict[str, Any]:
    """How somebody asks in their own name."""
    return {"person_id": UUID(person), "subject": f"person-{person}"}


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Enquiries]:
    """Mobility on a Thursday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 26, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Enquiries(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()
