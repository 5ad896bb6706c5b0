"""Mobility where papers are made: partners have names, and files a folder."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_documents.store import Objects
from korpu_mobility.app import service
from korpu_mobility.files import files
from tests.mobility.conftest import PARTNER, Mobility
from tests.mobility.learning_agreements.conftest import Learning
from tests.mobility.trips.conftest import Trips

KASSEL = [
    {"language": "de", "kind": "native", "text": "Universität Kassel"},
    {"language": "az", "kind": "label", "text": "Kassel Universiteti"},
    {"language": "en", "kind": "label", "text": "University of Kassel"},
]


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path) -> Iterator[Path]:
    """A folder for the files of one test."""
    with files.on(Objects.at(tmp_path.as_uri())):
        yield tmp_path


async def named_partner(office: Mobility, id: object = PARTNER, **more: Any) -> str:
    """Partners tell what an organisation is called."""
    state = {"id": str(id), "version": 1, "status": "active", "merged_into": None, "names": KASSEL} | more
    await office.hears("partners.organisations.v1", "organisation.registered", state)
    return str(id)


class Papers(Learning, Trips):  # type: ignore[misc]  # what owners tell of trips is not asked here
    """Mobility with a memory for stays, for what is studied on them, and for trips."""


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Papers]:
    """Mobility on a Monday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Papers(service, store, clock)
        yield office
        await office.stood_as_said()
        await store.close()
