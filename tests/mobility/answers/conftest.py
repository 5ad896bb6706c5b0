"""Kept texts and published answers at work in a test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.mobility.conftest import Mobility
from tests.seen import SEEN

ASKED = {"az": "Hansı dil lazımdır?", "en": "Which language is needed?"}
SAID = {"az": "İngilis dili.", "en": "English."}
KEPT = {"az": "Salam, {name}! {code} sorğusu üzrə: {opportunity}.", "en": "Dear {name}, on {code}: {opportunity}."}


class Answers(Mobility):
    """Mobility with a memory for what it says often."""

    async def template(self, **given: Any) -> Any:
        """The office keeps a text."""
        about = {"title": "Salamlama", "topic": "scholarship", "text": KEPT}
        return await self.does("officer", "WriteAnswerTemplate", **{**about, **given})

    async def drafted(self, **given: Any) -> Any:
        """The office writes an answer for everybody down."""
        about = {"topic": "exchange", "question": ASKED, "answer": SAID}
        return await self.does("officer", "DraftFrequentAnswer", **{**about, **given})

    async def enquiry(self, **given: Any) -> Any:
        """Somebody asks by telephone, and an officer sees to it."""
        who = {"asker_name": "Leyla", "asker_email": "leyla@example.org"}
        about = {"topic": "scholarship", "channel": "phone", "question": "Yer varmı?", **who}
        asked = await self.does("officer", "RegisterEnquiry", **{**about, **given})
        return await self.does("officer", "AssignEnquiry", id=asked["id"])

    async def said_to(self, enquiry: Any) -> str:
        """The last words of the office in an enquiry."""
        question = {"ids": [enquiry["id"]], "fields": ["exchange"]}
        told = (await self.asks("officer", "POST", "/enquiries/read", json=question)).json()
        return str(told["enquiries"][0]["exchange"][-1]["text"])


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Answers]:
    """Mobility on a Thursday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 26, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Answers(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()
