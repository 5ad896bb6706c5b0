"""The partners service at work in a test."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_documents.store import Objects
from korpu_partners.app import service
from korpu_partners.files import files
from tests.office import Office
from tests.seen import SEEN


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Office]:
    """Partners on a Monday morning in September, with an empty database."""
    with use(FrozenClock(datetime(2026, 9, 7, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("partners"))
        assert isinstance(clock, FrozenClock)
        office = Office(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path) -> Iterator[Path]:
    """A folder for the files of one test."""
    with files.on(Objects.at(tmp_path.as_uri())):
        yield tmp_path
