"""A gateway whose read model is frozen, ended or rebuilt: told at once, well again by itself, and never at an end."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import count

import asyncpg
import httpx
import pytest

from korpu_chassis.configuration.settings import OwnerSettings
from korpu_gateway.app import create_app, neighbours
from korpu_gateway.entry_points import to_date
from korpu_gateway.settings import GatewaySettings
from korpu_local.databases import Databases, connection, serving_role_of
from korpu_local.home import Home
from korpu_local.postgres import PostgresServer
from tests.chassis.breakage import freeze, frozen_and_thawed, killed_and_started, thaw

pytestmark = [pytest.mark.fault, pytest.mark.timeout(180)]

numbers = count()
COMPILED = "{ organisations(first: 5) { totalCount edges { node { id } } } }"
EXECUTED = '{ agreement(id: "QWdyZWVtZW50OjAxOTJmMGMwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA==") { id code } }'
WAYS: tuple[Callable[[httpx.AsyncClient], Awaitable[httpx.Response]], ...] = (
    lambda client: client.post("/graphql", json={"query": COMPILED}),
    lambda client: client.post("/graphql", json={"query": EXECUTED}),
    lambda client: client.get("/verify/0000-0000-0000-0000-0000-0000"),
    lambda client: client.get("/exports/agreements.csv"),
)


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """A PostgreSQL that may be broken."""
    server = PostgresServer(Home(tmp_path_factory.mktemp("ill")))
    server.ensure()
    yield server
    server.program.stop()


@pytest.fixture
async def dsn(postgres: PostgresServer) -> str:
    return await read_model(postgres, f"_{next(numbers)}")


async def read_model(postgres: PostgresServer, suffix: str, *, migrated: bool = True) -> str:
    """A database of a gateway on this server, as it serves."""
    databases = Databases(postgres.ensure(), postgres.home, suffix)
    await databases.create("gateway")
    if migrated:
        await to_date(as_owner(databases))
    return databases.dsn("gateway")


def as_owner(databases: Databases) -> OwnerSettings:
    return OwnerSettings(database=databases.dsn("gateway"), owner_database=databases.owner_dsn("gateway"))


@asynccontextmanager
async def portal(dsn: str) -> AsyncIterator[httpx.AsyncClient]:
    """A gateway as it serves, listening to its read model; it may not end while the block lasts."""
    settings = GatewaySettings(
        database=dsn,
        environment="development",
        kafka="127.0.0.1:1",
        kafka_security="plaintext",
        issuer="nobody",
        jwks_url="http://127.0.0.1:1/",
        export_rows=10,
    )
    async with neighbours(settings) as around:
        stop = asyncio.Event()
        listening = asyncio.create_task(around.watch.forever(stop))
        transport = httpx.ASGITransport(create_app(settings, around), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://portal", timeout=60) as client:
            yield client
        assert not listening.done()
        stop.set()
        await listening


async def asked(client: httpx.AsyncClient, found: Counter[int]) -> float:
    """Ask in each way, count the answers, and say how long the slowest took."""
    slowest = 0.0
    for way in WAYS:
        began = time.monotonic()
        answer = await way(client)
        slowest = max(slowest, time.monotonic() - began)
        found[answer.status_code] += 1
        if answer.status_code == 503:
            assert answer.headers["retry-after"] == "1"
    return slowest


async def until_ready(client: httpx.AsyncClient) -> None:
    async with asyncio.timeout(60):
        while (await client.get("/ready")).status_code != 200:  # noqa: ASYNC110 -- nobody would tell
            await asyncio.sleep(0.1)


async def test_a_frozen_read_model_is_told_within_two_seconds(postgres: PostgresServer, dsn: str) -> None:
    async with portal(dsn) as client:
        await until_ready(client)
        freeze(postgres.program)
        try:
            began = time.monotonic()
            answers = await asyncio.gather(*(way(client) for way in WAYS * 5), client.get("/ready"))
            took = time.monotonic() - began
        finally:
            thaw(postgres.program)
        await until_ready(client)

        assert {answer.status_code for answer in answers} == {503}
        assert took <= 2


async def rebuilt(postgres: PostgresServer, dsn: str) -> None:
    databases = Databases(postgres.ensure(), postgres.home, dsn.rpartition("/")[2].removeprefix("korpu_gateway"))
    await databases.drop("gateway")
    await asyncio.sleep(0.5)
    await databases.create("gateway")
    await asyncio.sleep(0.5)
    await to_date(as_owner(databases))


async def nobody_let_in(postgres: PostgresServer, dsn: str) -> None:
    """A database that was made a moment ago, before it was said who may connect."""
    name = dsn.rpartition("/")[2]
    async with connection(postgres.ensure()) as session:
        await session.execute(f'REVOKE CONNECT ON DATABASE "{name}" FROM "{serving_role_of("gateway")}"')
        await session.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name)
        await asyncio.sleep(1)
        await session.execute(f'GRANT CONNECT ON DATABASE "{name}" TO "{serving_role_of("gateway")}"')


@pytest.mark.parametrize(
    "breaks", [frozen_and_thawed, killed_and_started, rebuilt, nobody_let_in], ids=lambda each: each.__name__
)
async def test_a_read_model_that_comes_back_is_never_answered_as_a_fault_of_ours(
    breaks: Callable[[PostgresServer, str], Awaitable[None]], postgres: PostgresServer, dsn: str
) -> None:
    found, slowest = Counter[int](), [0.0]
    async with portal(dsn) as client:
        await until_ready(client)

        async def reader() -> None:
            while True:
                slowest.append(await asked(client, found))
                await asyncio.sleep(0.1)

        readers = [asyncio.create_task(reader()) for _ in range(6)]
        try:
            await asyncio.sleep(0.5)
            await breaks(postgres, dsn)
            await until_ready(client)
            await asyncio.sleep(1)
        finally:
            for each in readers:
                each.cancel()
            await asyncio.wait(readers)

        print(breaks.__name__, dict(found), f"slowest {max(slowest):.2f} s")  # noqa: T201 -- the figures
        assert not [each.exception() for each in readers if not each.cancelled()]
        assert not {status for status in found if status >= 500 and status != 503}
        assert found[503]
        assert max(slowest) <= 5
        after = Counter[int]()
        await asked(client, after)
        assert not after[503]


async def test_a_read_model_that_is_not_migrated_is_not_ready(postgres: PostgresServer) -> None:
    databases = Databases(postgres.ensure(), postgres.home, "_bare")
    bare = await read_model(postgres, "_bare", migrated=False)
    async with portal(bare) as client:
        before = (await client.get("/ready")).status_code
        await to_date(as_owner(databases))
        migrated = (await client.get("/ready")).status_code
        session = await asyncpg.connect(databases.owner_dsn("gateway"))
        await session.execute(
            "UPDATE alembic_version SET version_num = $1 WHERE version_num LIKE 'gateway%'", "gateway_documents"
        )
        await session.close()
        half = (await client.get("/ready")).status_code

    assert (before, migrated, half) == (503, 200, 503)
