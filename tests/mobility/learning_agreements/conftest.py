"""Learning agreements at work in a test: a student, a stay in Kassel or here, and what is studied there."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.mobility.conftest import PARTNER, Mobility
from tests.seen import SEEN

NOVEL: dict[str, Any] = {"table": "host", "code": "GER-7", "title": "The modern novel", "ects": 6}
DIALECTS: dict[str, Any] = {"table": "host", "title": "Dialects", "ects": "4.5"}
LITERATURE: dict[str, Any] = {"table": "home", "code": "FIL-31", "title": "World literature", "ects": 6}
PLAN = [NOVEL, LITERATURE]
INCOMING: dict[str, Any] = {
    "from": {"organisation_id": str(PARTNER), "unit": None},
    "to": {"organisation_id": None, "unit": "philology"},
}


class Learning(Mobility):
    """Mobility with a memory for who studies what."""

    async def accepted(self, person: str | None = None, **condition: Any) -> Any:
        """A stay that the host has accepted; `from` and `to` say in which direction."""
        given = {"person_id": person} if person else {}
        return await self.brings(await self.nominates(await self.agreement(**condition), **given), "accepted")

    async def draft(self, stay: Any | None = None, **given: Any) -> Any:
        """The first version of a stay (a new one, unless given); gives the answer."""
        stay = stay or await self.accepted()
        about = {"mobility_id": stay["id"], "components": PLAN, "language": "de", "language_level": "B2"}
        return await self.does("officer", "DraftLearningAgreement", **about | given)

    async def signed(self, agreement: Any, *by: str) -> Any:
        """The current version is signed by these of person and office, in this order."""
        answer = await self.shown(agreement)
        for each in by:
            about = {"id": agreement["id"], "hash": answer["hash"]}
            if each == "person":
                who = themselves(answer["person_id"])
                answer = (await self.does("student", "SignLearningAgreement", by=who, **about))["state"]
            else:
                answer = (await self.does("officer", "CountersignLearningAgreement", **about))["state"]
        return answer

    async def opened(self, agreement: Any, side: str = "receiver", **more: Any) -> str:
        """An officer opens a link; gives its secret."""
        body = {"kind": "learning_agreement", "id": agreement["id"], "side": side} | more
        response = await self.asks("officer", "POST", "/guest-links", json=body)
        assert response.status_code == 201, response.text
        assert response.headers["cache-control"] == "no-store"
        return str(response.json()["link"].removeprefix("/guest#mobility."))

    async def signed_by_link(self, agreement: Any, side: str = "receiver") -> Any:
        """Somebody without an account signs; gives the agreement."""
        secret = {"secret": await self.opened(agreement, side)}
        response = await self.asks(None, "POST", "/guest-links/accept", json=secret)
        assert response.status_code == 200, response.text
        return await self.shown(agreement)

    async def revised(self, agreement: Any, *components: Any, **given: Any) -> Any:
        """The content is written anew."""
        about = {"id": agreement["id"], "components": list(components), "language": "de", "language_level": "B2"}
        return await self.does("officer", "ReviseLearningAgreement", **about | given)

    async def shown(self, agreement: Any) -> Any:
        """The agreement as it now is."""
        return (await self.asks("officer", "GET", f"/learning-agreement/{agreement['id']}")).json()

    async def told(self, role: str, agreement: Any, *fields: str, **who: Any) -> Any:
        """What the owner tells this caller of what is never published; nothing, when it tells nothing."""
        asked = {"ids": [agreement["id"]], "fields": list(fields)}
        response = await self.asks(role, "POST", "/learning-agreements/read", json=asked, **who)
        assert response.status_code == 200, response.text
        return next(iter(response.json()["learning_agreements"]), None)


def themselves(person: str) -> dict[str, Any]:
    """How somebody asks in their own name."""
    return {"person_id": UUID(person), "subject": f"person-{person}"}


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Learning]:
    """Mobility on a Monday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        yield Learning(service, store, clock)
        await SEEN.looks_at(store)
        await store.close()
