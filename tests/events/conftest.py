"""The events service at work in a test."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from korpu_chassis.clock import Clock, use
from korpu_chassis.persistence.store import Database
from korpu_documents.store import Objects
from korpu_events.app import service
from korpu_events.files import files
from korpu_local.postgres import Postgres
from tests.administrator import past_triggers
from tests.events.auditing import Tamper
from tests.office import Office


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Office]:
    """Events on a Monday morning in September, with an empty database."""
    clock = Clock.frozen(datetime(2026, 9, 7, 5, 0, tzinfo=UTC))
    with use(clock):
        store = Database(await database("events"))
        office = Office(service, store, clock)
        yield office
        await office.stood_as_said()
        await store.close()


@pytest.fixture
def tamper(office: Office, server: Postgres) -> Tamper:
    async def statement(words: str, *values: object) -> None:
        async with past_triggers(server, office.database.dsn) as session:
            await session.execute(words, *values)

    return statement


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path) -> Iterator[Path]:
    """A folder for the files of one test."""
    with files.on(Objects.at(tmp_path.as_uri())):
        yield tmp_path
