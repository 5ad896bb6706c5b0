"""A server that archives its WAL comes back as it was at any moment, as the runbook says; readers believe it."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.configuration.settings import StoreSettings
from korpu_chassis.database.limits import MIGRATE
from korpu_chassis.messaging.consumer import Consumer
from korpu_chassis.messaging.kafka import Kafka
from korpu_chassis.messaging.relay import relay
from korpu_chassis.persistence.schema import migrate
from korpu_chassis.persistence.store import Database
from korpu_chassis.process.operations import operations
from korpu_events.app import service
from korpu_gateway.readmodel.projection import project
from korpu_local.accounts import run, unprivileged
from korpu_local.home import Home, write_whole
from korpu_local.kafka import Broker
from korpu_local.postgres import PostgresServer
from tests.chassis.wire import until
from tests.conftest import Database as Fresh
from tests.events.delegations import a_visit
from tests.office import Office

VISITS = "events.visits.v1"
ARCHIVING = (
    "ALTER SYSTEM SET archive_mode = on",
    "ALTER SYSTEM SET archive_command = 'test ! -f {archive}/%f && cp %p {archive}/%f'",
)
RECOVERY = """
archive_mode = off
restore_command = 'cp {archive}/%f %p'
recovery_target_time = '{moment}'
recovery_target_action = promote
"""


class Place:
    """Where one server lies, with its archive and base backup beside it."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.server = PostgresServer(home)
        self.user = unprivileged()

    def folder(self, name: str) -> Path:
        """A folder that the server's account may write."""
        folder = self.server.data.parent / name
        folder.mkdir(exist_ok=True, mode=0o700)
        if self.user is not None:
            os.chown(folder, self.user, self.user)
        return folder

    async def asks(self, *statements: str, database: str = "postgres") -> Any:
        """Say these one after the other as the administrator, and give the last answer."""
        connection = await asyncpg.connect(self.server.ensure().dsn(database))
        try:
            return [await connection.fetchval(each) for each in statements][-1]
        finally:
            await connection.close()

    async def archives(self) -> None:
        """Let every WAL segment be copied into the archive; this needs a restart."""
        await self.asks(*(each.format(archive=self.folder("archive")) for each in ARCHIVING))
        self.server.program.stop()

    def based(self) -> Path:
        """A base backup of the running server."""
        base = self.folder("base")
        address = self.server.ensure().dsn()
        done = run(
            [str(self.server.tool("pg_basebackup")), "-d", address, "-D", str(base), "-X", "stream", "-c", "fast"],
            self.user,
        )
        assert done.returncode == 0, done.stderr
        return base

    async def closes_the_segment(self) -> None:
        """Wait until all that was committed by now is in the archive."""
        segment = await self.asks("SELECT pg_walfile_name(pg_switch_wal())")

        async def there() -> bool:
            return (self.folder("archive") / str(segment)).exists()

        await until(there, 60)


@pytest.fixture
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Place]]:
    """A server, and an empty place for another one."""
    found = [Place(Home(tmp_path_factory.mktemp(name))) for name in ("first", "second")]
    yield found
    for place in found:
        place.server.program.stop()


def restored(first: Place, second: Place, base: Path, moment: datetime) -> None:
    """Bring a base backup and the archive to a moment, in an empty place."""
    write_whole(second.home.folder("secrets") / "postgres", first.home.secret("postgres"))
    shutil.copytree(base, second.server.data)
    with (second.server.data / "postgresql.auto.conf").open("a") as settings:
        settings.write(RECOVERY.format(archive=first.folder("archive"), moment=moment.isoformat()))
    (second.server.data / "recovery.signal").touch()
    if second.user is not None:
        for each in (second.server.data, *second.server.data.rglob("*")):
            os.chown(each, second.user, second.user)
    second.server.data.chmod(0o700)


@asynccontextmanager
async def an_office(dsn: str) -> AsyncIterator[Office]:
    with use(FrozenClock(datetime(2026, 9, 7, 5, 0, tzinfo=UTC))) as clock:
        assert isinstance(clock, FrozenClock)
        database = Database(dsn)
        yield Office(service, database, clock)
        await database.close()


@asynccontextmanager
async def relaying(dsn: str, kafka: Kafka, troubles: list[str | None]) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(relay(dsn, kafka, stop=stop, report=troubles.append, topics=[VISITS]))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 30)


@asynccontextmanager
async def reading(dsn: str, kafka: Kafka) -> AsyncIterator[None]:
    """The portal's read model hears of visits."""
    stop, database = asyncio.Event(), Database(dsn)
    consumer = Consumer(kafka, "gateway", [VISITS], project, database.transaction)
    task = asyncio.create_task(consumer.forever(stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 30)
        await database.close()


async def shown(dsn: str, id: str) -> tuple[int, str] | None:
    """The epoch and the status in which the portal knows a visit."""
    connection = await asyncpg.connect(dsn)
    try:
        row = await connection.fetchrow("SELECT epoch, doc->>'status' AS status FROM visit WHERE id = $1", id)
        return (row["epoch"], row["status"]) if row else None
    finally:
        await connection.close()


@pytest.mark.timeout(400)
async def test_the_moment_before_a_mistake_comes_back_and_readers_go_on_from_there(
    places: list[Place], kafka: Broker, topics: str, database: Fresh
) -> None:
    first, second = places
    portal, wire = await database("gateway"), kafka.kafka(topics)
    await first.archives()
    await first.asks("CREATE ROLE events_serving")
    await first.asks("CREATE DATABASE events")
    dsn = first.server.ensure().dsn("events")
    owner = Database(dsn, limits=MIGRATE)
    await migrate(owner, service.migrations, service.table.metadata, "events_serving")
    await owner.close()
    base = first.based()
    async with reading(portal, wire):
        async with an_office(dsn) as office, relaying(dsn, wire, []):
            kept = await a_visit(office, "requested")
            moment = await first.asks("SELECT clock_timestamp()")
            lost = await a_visit(office, "requested")
            await office.does("officer", "CancelVisit", id=kept["id"], reason="A mistake")
            await until(lambda: is_shown(portal, kept["id"], (0, "cancelled")), 60)
        await first.closes_the_segment()
        first.server.program.stop()

        restored(first, second, base, moment)
        back, troubles = second.server.ensure().dsn("events"), list[str | None]()
        await until(lambda: promoted(second), 60)

        assert await second.asks("SELECT string_agg(id || ' ' || status, ',') FROM visit", database="events") == (
            f"{kept['id']} requested"
        )
        async with relaying(back, wire, troubles):
            await until(lambda: is_ahead(troubles), 60)
            assert await operations(service)["restored"](StoreSettings(database=back), []) == 0
            await until(lambda: is_shown(portal, kept["id"], (1, "requested")), 60)
            async with an_office(back) as office:
                await office.does("officer", "BeginScreening", id=kept["id"])
            await until(lambda: is_shown(portal, kept["id"], (1, "screening")), 60)
        assert await shown(portal, lost["id"]) == (0, "requested")


async def is_shown(portal: str, id: str, wanted: tuple[int, str]) -> bool:
    return await shown(portal, id) == wanted


async def is_ahead(troubles: list[str | None]) -> bool:
    return bool(troubles and troubles[-1] and "ahead" in troubles[-1])


async def promoted(place: Place) -> bool:
    return not await place.asks("SELECT pg_is_in_recovery()")
