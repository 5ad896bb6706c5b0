"""Applications at work in a test: a scholarship that asks for a transcript, and students who want it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.documents import samples
from tests.mobility.opportunities.conftest import Opportunities
from tests.seen import SEEN

TRANSCRIPT = {"title": {"az": "Transkript", "en": "Transcript of records"}}
CERTIFICATE = {"title": {"az": "Sertifikat", "en": "Certificate"}, "optional": True}
STATED = {"level": 6, "mean": "88", "languages": [{"language": "en", "cefr": "B2"}]}
ASKED = {
    "audience": ["student"],
    "eqf": [6],
    "mean": {"minimum": "70", "scale": "100"},
    "documents": [TRANSCRIPT, CERTIFICATE],
}


def themselves(person: str) -> dict[str, Any]:
    """How somebody asks in their own name."""
    return {"person_id": UUID(person), "subject": f"person-{person}"}


class Applications(Opportunities):
    """Mobility with a memory for who applies."""

    async def call(self, **given: Any) -> Any:
        """A scholarship that everybody reads, until the end of January in Berlin."""
        return await self.published(**({"requirements": ASKED} | given))

    async def begun(self, call: Any, person: str | None = None, **given: Any) -> Any:
        """A student (a new one, unless named) begins to apply in the own name."""
        who = person or await self.person()
        said = {"motivation": "I want to read the archives there.", "stated": STATED} | given
        about = {"person_id": who, "opportunity_id": call["id"], **said}
        return await self.does("student", "BeginApplication", by=themselves(who), **about)

    async def acts(self, application: Any, command: str, **given: Any) -> Any:
        """The applicant does something with the own application; gives its state."""
        by = themselves(application["state"]["person_id"])
        return (await self.does("student", command, by=by, id=application["id"], **given))["state"]

    async def refuses_act(self, application: Any, command: str, **given: Any) -> str:
        """The applicant tries something with the own application; gives the code."""
        by = themselves(application["state"]["person_id"])
        return await self.refuses("student", command, by=by, id=application["id"], **given)

    async def hands_in(self, application: Any, place: int = 0) -> Any:
        """The applicant brings one of the documents."""
        by = themselves(application["state"]["person_id"])
        headers = {"content-type": "application/pdf"}
        brought = await self.asks("student", "POST", "/files", content=samples.PDF, headers=headers, **by)
        document = application["state"]["documents"][place]["document_id"]
        sha256 = brought.json()["sha256"]
        return await self.acts(application, "BringApplicationDocument", document_id=document, file=sha256)

    async def submitted(self, call: Any, person: str | None = None, **given: Any) -> Any:
        """A student asks for a place with all that is asked for."""
        application = await self.begun(call, person, **given)
        if application["state"]["documents"]:
            await self.hands_in(application)
        await self.acts(application, "SubmitApplication")
        return application

    async def in_review(self, call: Any, person: str | None = None, **given: Any) -> Any:
        """The office has looked at an application, and it is whole."""
        application = await self.submitted(call, person, **given)
        if documents := application["state"]["documents"]:
            wanted = [documents[0]["document_id"]]
            await self.does("officer", "AcceptApplicationDocuments", id=application["id"], document_ids=wanted)
        await self.does("officer", "ReviewApplication", id=application["id"])
        return application

    async def stands(self, application: Any) -> Any:
        """The application as it now is."""
        return (await self.asks("officer", "GET", f"/application/{application['id']}")).json()

    async def reads(self, role: str, application: Any, *fields: str, **who: Any) -> list[dict[str, Any]]:
        """What the owner tells this caller of what is never published."""
        asked = {"ids": [application["id"]], "fields": list(fields), "purpose": "Selection"}
        response = await self.asks(role, "POST", "/applications/read", json=asked, **who)
        assert response.status_code == 200, response.text
        return [
            {name: value for name, value in each.items() if name != "id"} for each in response.json()["applications"]
        ]


@pytest.fixture
async def office(
    database: Callable[[str], Awaitable[str]],
) -> AsyncIterator[Applications]:
    """Mobility on a Monday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Applications(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()
