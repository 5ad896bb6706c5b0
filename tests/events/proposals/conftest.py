"""Proposals at work in a test: Aysel proposes, Leyla and Tural want it too, and the office sees to it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_events.app import service
from tests.office import Office
from tests.seen import SEEN

AYSEL, LEYLA, TURAL, HEAD = (UUID(f"00000000-0000-7000-8000-0000000000e{n}") for n in range(1, 5))
EXCHANGE: dict[str, Any] = {
    "title": {"az": "Mübadilə tələbələri üçün tərcüməçi", "en": "Buddies for exchange students"},
    "description": {"en": "Every exchange student from abroad gets a student of ours as a companion."},
    "expected_effect": {"en": "Exchange students find their way in a week."},
    "theme": "mobility",
    "unit": "philology",
}
DRAFT: dict[str, Any] = {"title": {"en": "Find forty companions"}, "due": "2026-10-30", "unit": "philology"}
TRAIN: dict[str, Any] = {"title": {"en": "Train them"}, "due": "2026-11-30", "owner_id": TURAL, "verifier_id": LEYLA}


def as_person(person: UUID) -> dict[str, Any]:
    """How somebody acts in their own name."""
    return {"person_id": person, "subject": f"person-{person.hex[-2:]}"}


class Proposals(Office):
    """Events with a memory for who proposes."""

    async def proposed(self, person: UUID = AYSEL, role: str = "staff", **more: Any) -> Any:
        """Somebody proposes something."""
        return await self.does(role, "SubmitProposal", by=as_person(person), **{**EXCHANGE, **more})

    async def reviewed(self, person: UUID = AYSEL, role: str = "staff", **more: Any) -> Any:
        """A proposal that is being weighed."""
        known = {"id": (await self.proposed(person, role, **more))["id"]}
        await self.does("officer", "TriageProposal", **known)
        return await self.does("officer", "BeginProposalReview", **known)

    async def accepted(self, *commitments: Any) -> Any:
        """A proposal to which the head has said yes."""
        known = {"id": (await self.reviewed())["id"]}
        return await self.does("head", "AcceptProposal", **known, commitments=commitments)

    async def implemented(self) -> Any:
        """A proposal whose action points are done: one by an officer, one by Tural."""
        accepted = await self.accepted(DRAFT, TRAIN)
        by_office, by_tural = accepted["state"]["action_points"]
        await self.does("officer", "FinishActionPoint", id=by_office, evidence="List 7")
        await self.does("staff", "FinishActionPoint", id=by_tural, evidence="Photos", by=as_person(TURAL))
        return await self.shown(accepted)

    async def supports(self, proposal: Any, person: UUID, command: str = "SupportProposal") -> Any:
        """Somebody wants it, too."""
        return await self.does("student", command, id=proposal["id"], by=as_person(person))

    async def shown(self, proposal: Any, role: str = "officer", **who: Any) -> Any:
        """The proposal as it now is."""
        return (await self.asks(role, "GET", f"/proposal/{proposal['id']}", **who)).json()

    async def reads(self, proposal: Any, role: str, *fields: str, **who: Any) -> Any:
        """What the owner tells a role of what is never published."""
        question = {"ids": [proposal["id"]], "fields": fields, "purpose": "To thank them"}
        response = await self.asks(role, "POST", "/proposals/read", json=question, **who)
        assert response.status_code == 200, response.text
        (told,) = response.json()["proposals"]
        return {name: value for name, value in told.items() if name != "id"}

    async def finds(self, path: str, question: Any, role: str = "student", **who: Any) -> list[str]:
        """The codes of the proposals that are found."""
        response = await self.asks(role, "POST", f"/proposals/{path}", json=question, **who)
        assert response.status_code == 200, response.text
        return [each["code"] for each in response.json()["proposals"]]


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Proposals]:
    """Events on a Monday morning in September, with an empty database."""
    with use(FrozenClock(datetime(2026, 9, 7, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("events"))
        assert isinstance(clock, FrozenClock)
        office = Proposals(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()
