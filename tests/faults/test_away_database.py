"""An owner whose database is frozen, ended, rebuilt or held by a lock: told at once, and well again by itself."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest
from fastapi import APIRouter
from sqlalchemy import text
from sqlmodel import SQLModel
from uuid_utils.compat import uuid7

from korpu_chassis.database.limits import READ
from korpu_chassis.http.middleware import add_health
from korpu_chassis.identity.access_tokens import Verifier
from korpu_chassis.persistence.revisions import revisions
from korpu_chassis.persistence.schema import migrate, migrated
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service, ServiceRuntime
from korpu_chassis.runtime.routes import create_app
from korpu_local.databases import connection, ensure_role
from korpu_local.home import Home
from korpu_local.postgres import PostgresServer
from tests.chassis.breakage import freeze, frozen_and_thawed, killed_and_started, thaw

pytestmark = [pytest.mark.fault, pytest.mark.timeout(180)]

numbers = count()
NOWHERE = Path("nowhere")
BAKER = "baker"
AT_ONCE = 2.0


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """A PostgreSQL that may be broken."""
    server = PostgresServer(Home(tmp_path_factory.mktemp("ill")))
    server.ensure()
    yield server
    server.program.stop()


@pytest.fixture
async def dsn(postgres: PostgresServer) -> str:
    server, name = postgres.ensure(), f"loaves{next(numbers)}"
    async with connection(server) as session:
        await ensure_role(session, BAKER, BAKER)
        await session.execute(f'CREATE DATABASE "{name}"')
    database = Database(server.dsn(name), connections=1)
    await migrate(database, NOWHERE, SQLModel.metadata, BAKER)
    async with database.transaction() as session:
        await session.execute(text("CREATE TABLE loaf (id uuid PRIMARY KEY, slices int NOT NULL)"))
    await database.close()
    return server.dsn(name)


@asynccontextmanager
async def bakery(dsn: str) -> AsyncIterator[httpx.AsyncClient]:
    """An owner of loaves: its door, its pool of ten, its health."""
    database, router, head = Database(dsn), APIRouter(), revisions(NOWHERE)

    @router.get("/loaves")
    async def loaves() -> Any:
        async with database.transaction(READ) as session:
            return (await session.execute(text("SELECT count(*) FROM loaf"))).scalar_one()

    @router.post("/loaves/{id}")
    async def slice_loaf(id: UUID) -> Any:
        async with database.transaction(row=id) as session:
            await session.execute(text("SELECT FROM loaf WHERE id = :id FOR UPDATE"), {"id": id})
            await session.execute(text("UPDATE loaf SET slices = slices + 1 WHERE id = :id"), {"id": id})

    service = Service(name="bakery", table=SQLModel, definitions=(), migrations=NOWHERE, routers=[router])
    app = create_app(ServiceRuntime(service, database, Verifier("", "", "")))
    add_health(app, lambda: migrated(database, head))
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://door", timeout=60) as client:
        yield client
    await database.close()


class Asked:
    """What callers were answered, and how long the slowest of them waited."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self.statuses: Counter[int] = Counter()
        self.slowest = 0.0

    async def ask(self, method: str, path: str) -> httpx.Response:
        began = time.monotonic()
        answer = await self._client.request(method, path)
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.statuses[answer.status_code] += 1
        if answer.status_code == 503 and path != "/ready":
            assert answer.headers["retry-after"] == "1"
        return answer

    @asynccontextmanager
    async def all_the_time(self, *loaves: UUID) -> AsyncIterator[None]:
        """Eight callers read and change, over and over."""

        async def caller(number: int) -> None:
            while True:
                await self.ask("GET", "/loaves")
                await self.ask("POST", f"/loaves/{loaves[number % len(loaves)]}")
                await asyncio.sleep(0.1)

        callers = [asyncio.create_task(caller(number)) for number in range(8)]
        try:
            yield
        finally:
            for each in callers:
                each.cancel()
            await asyncio.wait(callers)
        assert all(each.cancelled() for each in callers), [each for each in callers if not each.cancelled()]


async def baked(dsn: str, how_many: int) -> list[UUID]:
    loaves = [uuid7() for _ in range(how_many)]
    session = await asyncpg.connect(dsn)
    await session.executemany("INSERT INTO loaf VALUES ($1, 0)", [(each,) for each in loaves])
    await session.close()
    return loaves


async def until_good(asked: Asked, seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while (await asked.ask("GET", "/loaves")).status_code != 200:  # noqa: ASYNC110 -- nobody would tell
            await asyncio.sleep(0.1)


async def test_a_frozen_database_is_told_within_two_seconds(postgres: PostgresServer, dsn: str) -> None:
    loaves = await baked(dsn, 4)
    async with bakery(dsn) as client:
        await until_good(Asked(client))
        freeze(postgres.program)
        try:
            asked = Asked(client)
            first = await asyncio.gather(
                *(asked.ask("GET", "/loaves") for _ in range(15)),
                *(asked.ask("POST", f"/loaves/{each}") for each in loaves * 4),
                asked.ask("GET", "/ready"),
            )
            then = Asked(client)
            await asyncio.gather(then.ask("GET", "/loaves"), then.ask("GET", "/ready"))
        finally:
            thaw(postgres.program)
        await until_good(Asked(client))

        assert {each.status_code for each in first} == {503}
        assert asked.slowest <= AT_ONCE
        assert then.slowest <= asked.slowest / 4
        assert (await client.get("/ready")).status_code == 200


async def all_sessions_ended(_: PostgresServer, dsn: str) -> None:
    session = await asyncpg.connect(dsn)
    for _time in range(20):
        await session.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        await asyncio.sleep(0.1)
    await session.close()


async def a_table_dropped_and_made_again(_: PostgresServer, dsn: str) -> None:
    session = await asyncpg.connect(dsn)
    await session.execute("DROP TABLE loaf")
    await asyncio.sleep(1)
    await session.execute("CREATE TABLE loaf (id uuid PRIMARY KEY, slices bigint NOT NULL, crust text)")
    await session.close()


@pytest.mark.parametrize(
    "breaks",
    [frozen_and_thawed, killed_and_started, all_sessions_ended, a_table_dropped_and_made_again],
    ids=lambda breaks: breaks.__name__,
)
async def test_a_database_that_comes_back_is_never_answered_as_a_fault_of_ours(
    breaks: Any, postgres: PostgresServer, dsn: str
) -> None:
    loaves = await baked(dsn, 4)
    async with bakery(dsn) as client:
        asked, after = Asked(client), Asked(client)
        async with asked.all_the_time(*loaves):
            await asyncio.sleep(0.5)
            await breaks(postgres, dsn)
            await until_good(after)
            await asyncio.sleep(1)

        print(breaks.__name__, dict(asked.statuses), f"slowest {asked.slowest:.2f} s")  # noqa: T201 -- the figures
        assert set(asked.statuses) == {200, 503}
        assert asked.slowest <= 5
        assert (await client.get("/loaves")).status_code == 200


async def test_one_locked_row_leaves_places_for_all_others(dsn: str) -> None:
    [locked, *others] = await baked(dsn, 11)
    holder = await asyncpg.connect(dsn)
    async with bakery(dsn) as client:
        asked, queue = Asked(client), Asked(client)
        async with holder.transaction():
            await holder.execute("SELECT FROM loaf WHERE id = $1 FOR UPDATE", locked)
            waiting = [asyncio.create_task(queue.ask("POST", f"/loaves/{locked}")) for _ in range(30)]
            await asyncio.sleep(0.3)

            answers = await asyncio.gather(*(asked.ask("POST", f"/loaves/{each}") for each in others))
            waited_for = [each for each in waiting if each.done()]
            told = await asyncio.gather(*waiting)

        assert [each.status_code for each in answers] == [200] * 10
        assert not waited_for
        assert {(each.status_code, each.json()["code"]) for each in told} == {(503, "in-use")}
        assert queue.slowest <= 8
        assert (await client.post(f"/loaves/{locked}")).status_code == 200
    await holder.close()


async def test_a_database_that_is_not_migrated_is_not_ready(postgres: PostgresServer) -> None:
    server = postgres.ensure()
    async with connection(server) as session:
        await ensure_role(session, BAKER, BAKER)
        await session.execute("CREATE DATABASE bare")
    dsn = server.dsn("bare")
    async with bakery(dsn) as client:
        bare = (await client.get("/ready")).status_code, (await client.get("/loaves")).status_code
        database = Database(dsn, connections=1)
        await migrate(database, NOWHERE, SQLModel.metadata, BAKER)
        at_its_release = (await client.get("/ready")).status_code
        async with database.transaction() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = 'of_a_later_release'"))
        further = (await client.get("/ready")).status_code
        await database.close()

    assert (bare, at_its_release, further) == ((503, 503), 200, 200)
