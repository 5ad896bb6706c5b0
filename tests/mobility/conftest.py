"""Mobility at work in a test, with a memory for agreements and people."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest

from korpu_chassis.clock import BAKU, FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.office import Office

T = TypeVar("T")
PARTNER = UUID("0198a5c0-0000-7000-8000-00000000beef")


def baku(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment by the office's clock."""
    return datetime(year, month, day, hour, minute, tzinfo=BAKU)


HEADER = frozenset({"ends", "renewal", "renews_on", "non_renewal", "termination"})


@dataclass
class Agreement:
    """An agreement of the partners' service with one condition, as messages show it; by default we send."""

    id: UUID = field(default_factory=uuid4)
    condition_id: UUID = field(default_factory=uuid4)
    correlation_id: UUID = field(default_factory=uuid4)
    version: int = 1
    status: str = "in_force"
    condition: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    dropped: bool = False

    def state(self) -> dict[str, Any]:
        """The public state, with more in it than mobility reads."""
        condition = {
            "id": str(self.condition_id),
            "from": {"organisation_id": None, "unit": None},
            "to": {"organisation_id": str(PARTNER), "unit": None},
            "kind": "study",
            "first_year": "2026/2027",
            "last_year": "2028/2029",
            "people_per_year": 5,
            "months_per_year": 25,
            "eqf": [6, 7],
            "isced": [],
            "blended": False,
        }
        return {
            "id": str(self.id),
            "version": self.version,
            "code": "SEA-2026-001",
            "status": self.status,
            "correlation_id": str(self.correlation_id),
            "ball_with": None,
            "conditions": [] if self.dropped else [condition | self.condition],
        } | self.header


class Mobility(Office):
    """The mobility service with a memory for what it heard and whom it knows."""

    async def agreement(self, *, status: str = "in_force", **condition: Any) -> Agreement:
        """Partners have an agreement, and mobility hears of it."""
        agreement = Agreement(status=status, condition=condition)
        await self.tells(agreement, "signed")
        return agreement

    async def tells(self, agreement: Agreement, fact: str, **changed: Any) -> None:
        """Partners say how the agreement stands now."""
        agreement.status = changed.pop("status", agreement.status)
        epoch = changed.pop("epoch", 0)
        agreement.dropped = changed.pop("dropped", agreement.dropped)
        agreement.header |= {name: changed.pop(name) for name in HEADER & changed.keys()}
        agreement.condition |= changed
        await self.hears("partners.agreements.v1", f"agreement.{fact}", agreement.state(), epoch=epoch)
        agreement.version += 1

    async def person(self, **given: Any) -> str:
        """Somebody is registered; gives the id."""
        about = {"kind": "student", "given_name": "Aysel", "family_name": "Əliyeva", "unit": "philology"} | given
        answer = await self.does("officer", "RegisterPerson", **about)
        return str(answer["id"])

    def nomination(self, agreement: Agreement, person_id: str, **given: Any) -> dict[str, Any]:
        """The input of a nomination that every rule lets through."""
        return {
            "person_id": person_id,
            "condition_id": str(agreement.condition_id),
            "academic_year": "2026/2027",
            "planned_from": "2027-02-01",
            "planned_to": "2027-06-30",
            "level": 6,
            "field": "0231",
        } | given

    async def nominates(self, agreement: Agreement, **given: Any) -> Any:
        """Somebody (a new person, unless named) is nominated; gives the answer."""
        person_id = given.pop("person_id", None) or await self.person()
        return await self.does("officer", "NominatePerson", **self.nomination(agreement, person_id, **given))

    async def refuses_nomination(self, agreement: Agreement, **given: Any) -> str:
        """Somebody (a new person, unless named) is nominated and refused; gives the code."""
        person_id = given.pop("person_id", None) or await self.person()
        return await self.refuses("officer", "NominatePerson", **self.nomination(agreement, person_id, **given))

    async def fills(self, agreement: Agreement, people: int) -> list[Any]:
        """So many people are nominated, one after the other."""
        return [await self.nominates(agreement) for _ in range(people)]

    async def stay(self, mobility: Any) -> Any:
        """The stay as it now is."""
        return (await self.asks("officer", "GET", f"/mobility/{mobility['id']}")).json()

    async def known(self, kind: type[T], id: UUID) -> T | None:
        """What the database keeps under this id."""
        async with self.database.transaction() as session:
            return await session.get(kind, id)

    async def brings(self, mobility: Any, status: str) -> Any:
        """The stay goes its ordinary way until this status."""
        steps: dict[str, tuple[str, dict[str, Any], datetime | None]] = {
            "accepted": ("AcceptNomination", {"on": "2026-11-02"}, None),
            "agreed": ("AgreeMobility", {"on": "2026-12-01"}, baku(2026, 12, 2, 8)),
            "arrived": ("RecordArrival", {"on": "2027-02-03"}, baku(2027, 2, 4, 8)),
            "returned": ("RecordReturn", {"on": "2027-06-30"}, baku(2027, 7, 1, 8)),
            "recognised": ("RecogniseMobility", {"on": "2027-07-10", "ects": 30}, baku(2027, 7, 11, 8)),
            "closed": ("CloseMobility", {}, None),
        }
        answer = mobility
        for reached, (command, given, at) in steps.items():
            if at:
                self.clock.move_to(at)
            answer = await self.does("officer", command, id=mobility["id"], **given)
            if reached == status:
                break
        return answer


async def reads(office: Mobility, role: str, ids: list[str], **who: Any) -> list[dict[str, Any]]:
    question: dict[str, Any] = {"ids": ids, "fields": ["given_name", "citizenship"], "purpose": "Letter of invitation"}
    response = await office.asks(role, "POST", "/people/read", json=question, **who)
    assert response.status_code == 200, response.text
    people: list[dict[str, Any]] = response.json()["people"]
    return people


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Mobility]:
    """Mobility on a Monday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Mobility(service, store, clock)
        yield office
        await office.stood_as_said()
        await store.close()
