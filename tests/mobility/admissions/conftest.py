"""Admissions at work in a test: Kofi of Ghana, who wants to study philology in Gəncə."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.mobility.conftest import Mobility
from tests.seen import SEEN

KOFI: dict[str, Any] = {
    "kind": "applicant",
    "unit": None,
    "given_name": "Kofi",
    "family_name": "Mensah",
    "citizenship": "GH",
    "education_country": "GH",
}
DOCUMENTS = ("passport_copy", "diploma", "transcript", "medical_certificate")
IN_ORDER: dict[str, Any] = {
    "original": True, "translated": True, "notarised": True, "apostille": True, "received": "2026-11-20",
}  # fmt: skip
VISA: dict[str, Any] = {
    "kind": "single_entry", "number": "V-778899", "valid_from": "2026-11-01", "valid_to": "2027-02-28",
}  # fmt: skip
PLACE: dict[str, Any] = {"address": "Heydər Əliyev 187, room 12", "valid_from": "2026-11-23", "valid_to": "2027-11-22"}
PERMIT: dict[str, Any] = {"number": "MY-556677", "valid_from": "2026-11-23", "valid_to": "2027-11-22"}
ON: dict[str, Any] = {"on": "2026-11-23"}
REASON: dict[str, Any] = {"reason": "Kofi has to see a doctor first"}
ORDER: dict[str, Any] = {"order_number": "44-T", "order_date": "2026-11-23"}

STEPS: dict[str, tuple[str, dict[str, Any]]] = {
    "applied": ("RecordPortalApplication", ON),
    "documents_checked": ("CheckAdmissionDocuments", {}),
    "recognition_pending": ("SendForRecognition", ON),
    "recognised": ("RecordRecognition", ON),
    "waiting": ("WaitlistAdmission", REASON),
    "offered": ("OfferAdmission", {"answer_until": "2026-12-07"}),
    "accepted": ("AcceptAdmission", {}),
    "invited": ("RecordInvitationLetter", {"number": "BM-17", **ON}),
    "visa_pending": ("RecordVisaApplication", ON),
    "visa_granted": ("RecordVisa", {"visa": VISA}),
    "arrived": ("RecordStudentArrival", ON),
    "registered": ("RegisterPlaceOfStay", {"place": PLACE}),
    "enrolled": ("EnrolStudent", ORDER),
    "permit_applied": ("ApplyForPermit", {"until": "2027-11-22", **ON}),
    "permit_valid": ("RecordPermit", {"permit": PERMIT}),
}
"""The ordinary way, with each stretch named by what it leads to on one track or the other."""


class Admissions(Mobility):
    """Mobility with a memory for who wants to come."""

    async def kofi(self, passport_to: str | None = "2031-05-06", **given: Any) -> str:
        """Somebody from abroad is registered, with a passport; gives the id."""
        known = await self.person(**(KOFI | given))
        if passport_to:
            await self.passport(known, passport_to)
        return known

    async def passport(self, person: str, valid_to: str) -> None:
        """A passport goes into the restricted file."""
        await self.does("officer", "RecordDocument", id=person, kind="passport", number="G0099887", expires=valid_to)

    async def organisation(self, status: str = "active", id: str | None = None, merged: str | None = None) -> str:
        """Partners know an organisation, and mobility hears of it."""
        known = id or str(uuid4())
        state = {"id": known, "version": 1, "status": status, "merged_into": merged}
        await self.hears("partners.organisations.v1", "organisation.registered", state)
        return known

    def wanted(self, person: str, **given: Any) -> dict[str, Any]:
        """An admission that every rule lets through."""
        return {
            "person_id": person,
            "unit": "philology",
            "basis": "exam",
            "programme": "Azerbaijani philology",
            "level": 7,
            "language": "az",
            "funding": "own",
            "academic_year": "2026/2027",
            "residence": "GH",
        } | given

    async def lead(self, person: str | None = None, **given: Any) -> Any:
        """Somebody (a new person, unless named) may come; gives the answer."""
        return await self.does("officer", "OpenAdmission", **self.wanted(person or await self.kofi(), **given))

    async def walks(self, admission: Any, until: str, *, waits: bool = True) -> AsyncIterator[str]:
        """The admission goes its ordinary way, by way of the waiting list or not; stops at each step."""
        for name, (command, given) in STEPS.items():
            if name == "waiting" and not waits:
                continue
            said = dict(given)
            if command == "RecordPortalApplication":
                said["portal_number"] = f"SIA-{uuid4().hex[:8]}"
            if command == "CheckAdmissionDocuments":
                await self.hands_in(admission)
            await self.does("officer", command, id=admission["id"], **said)
            yield name
            if name == until:
                break

    async def goes(self, admission: Any, until: str) -> Any:
        """The admission goes its ordinary way until then; gives how it stands."""
        async for _ in self.walks(admission, until, waits=until == "waiting"):
            pass
        state = await self.shown(admission)
        return {**admission, "version": state["version"], "status": state["status"], "state": state}

    async def hands_in(self, admission: Any, **given: Any) -> None:
        """All documents that an application needs, each in order unless it is said otherwise."""
        for kind in DOCUMENTS:
            entry = {"kind": kind, **IN_ORDER} | given.get(kind, {})
            await self.does("officer", "RecordAdmissionDocument", id=admission["id"], entry=entry)

    async def at(self, reached: str, person: str | None = None, **given: Any) -> Any:
        """An admission that has come so far."""
        opened = await self.lead(person, **given)
        return opened if reached == "lead" else await self.goes(opened, reached)

    async def shown(self, admission: Any) -> Any:
        """The admission as it now is."""
        return (await self.asks("officer", "GET", f"/admission/{admission['id']}")).json()

    async def told(self, role: str, admission: Any, *fields: str, **who: Any) -> list[dict[str, Any]]:
        """What the owner tells this caller of what is never published."""
        asked = {"ids": [admission["id"]], "fields": list(fields), "purpose": "Order"}
        response = await self.asks(role, "POST", "/admissions/read", json=asked, **who)
        assert response.status_code == 200, response.text
        told: list[dict[str, Any]] = response.json()["admissions"]
        return [{name: value for name, value in each.items() if name != "id"} for each in told]

    async def changes(self, admission: Any, fact: str) -> list[dict[str, Any]]:
        """What each message of this fact adds."""
        messages = await self.messages_about(admission["id"])
        return [each["change"] for each in messages if each["type"].rsplit(".", 2)[1] == fact]


def themselves(person: str) -> dict[str, Any]:
    """How somebody asks in their own name."""
    return {"person_id": UUID(person), "subject": f"person-{person}"}


def day(text: str, days: int = 0) -> str:
    """So many days after a day."""
    return (date.fromisoformat(text) + timedelta(days=days)).isoformat()


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Admissions]:
    """Mobility on a Monday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Admissions(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()
