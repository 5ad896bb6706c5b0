"""The real parts that tests stand on: one PostgreSQL and one Kafka kept up between runs, nothing shared inside them."""

import gc
import os
import re
import secrets
import shutil
from asyncio import sleep, to_thread
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import psutil
import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from hypothesis import HealthCheck, settings
from xdist.scheduler.loadfile import LoadFileScheduling

from korpu_local.databases import SERVICES, connection
from korpu_local.home import ROOT, Home
from korpu_local.kafka import Broker, KafkaServer
from korpu_local.postgres import Postgres, PostgresServer
from korpu_local.principals import Gatekeeper
from korpu_local.servers import given_broker
from korpu_local.stack import Parts, Stack
from korpu_local.templates import Templates
from korpu_local.topics import create_topics, give_rights
from tests.seen import together
from tests.spares import Spares

# A machine that is busy with other tests is slow, and no rule is wrong for that.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# Where the owners that tests keep in their own process put files.
os.environ.setdefault("KORPU_FILES", (ROOT / ".local" / "test" / "files").as_uri())
os.environ.setdefault("KORPU_RULES", str(ROOT / "tests" / "rules.toml"))
os.environ.setdefault("KORPU_FILES_KEY", "only the tests know this key")


class Together(LoadFileScheduling):  # type: ignore[misc]  # xdist is not typed
    """Tests that count together run in one process."""

    def _split_scope(self, nodeid: str) -> str:
        return together(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Split the tests among processes by file, and where a folder counts what it has seen, by folder."""
    if config.getoption("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return Together(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Several processes begin with what takes long, then with what is many: else one of them ends long after all."""
    if hasattr(config, "workerinput"):
        many = Counter(together(each.nodeid) for each in items)
        items.sort(key=lambda each: (each.get_closest_marker("timeout") is None, -many[together(each.nodeid)]))


def pytest_collection() -> None:
    """Nothing that is collected can be given back: to look through it at each step of the way took a third of it."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What stands now stands until the end, and is not looked through again with what the tests leave behind."""
    gc.enable()
    gc.collect()
    gc.freeze()


Database = Callable[[str], Awaitable[str]]
Topics = Callable[[], Awaitable[str]]


@pytest.fixture(scope="session", autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Root's PostgreSQL keeps the data of temporary homes outside of them: they go when the run is over."""
    yield

    for link in tmp_path_factory.getbasetemp().glob("*/postgres"):
        if link.is_symlink():
            shutil.rmtree(link.readlink().parent, ignore_errors=True)


@pytest.fixture(scope="session")
def home() -> Home:
    return Home(ROOT / ".local" / "test")


@pytest.fixture(scope="session")
def run() -> str:
    """Mark what this run makes: the id of its process, and chance."""
    return f"t{os.getpid()}x{secrets.token_hex(2)}"


@pytest.fixture(scope="session")
def server(home: Home) -> Postgres:
    """PostgreSQL for its administrator."""
    given = os.environ.get("KORPU_POSTGRES")
    return Postgres.at(given) if given else PostgresServer(home, durable=False).ensure()


@pytest.fixture(scope="session")
def postgres(server: Postgres) -> str:
    """PostgreSQL's address for its administrator."""
    return server.dsn()


@pytest.fixture(scope="session")
def broker(home: Home) -> Broker:
    """Kafka for its administrator; there are no topics yet."""
    return given_broker() or KafkaServer(home).ensure()


@pytest.fixture(scope="session")
async def kafka(broker: Broker, run: str) -> AsyncIterator[Broker]:
    """Kafka for its administrator; what this run creates under its prefix is gone afterwards."""
    yield broker

    if broker.administrator:
        await to_thread(Gatekeeper(broker.kafka()).take, lambda name: is_over(name, run))
    for again in (True, True, False):
        try:
            await _tidy_up(broker, run)
            break
        except KafkaError:
            # Thousands of topics: a broker that deletes them may know of no broker for a moment, not even of itself.
            if not again:
                raise
            await sleep(5)


async def _tidy_up(broker: Broker, run: str) -> None:
    admin = AIOKafkaAdminClient(**broker.kafka().connection)
    await admin.start()
    try:
        leftovers = [name for name in await admin.list_topics() if is_over(name, run)]
        if leftovers:
            await admin.delete_topics(leftovers)
    finally:
        await admin.close()


@pytest.fixture(scope="session")
async def wire(kafka: Broker, run: str) -> Topics:
    """Make every topic of deploy/kafka/topics.toml anew at each call, and give their prefix."""
    made = iter(range(10_000))

    async def fresh() -> str:
        prefix = f"{run}.{next(made)}."
        await create_topics(kafka.kafka(prefix))
        return prefix

    return fresh


@pytest.fixture
async def topics(wire: Topics) -> str:
    """Every topic, empty, for one test alone; gives the prefix."""
    return await wire()


@pytest.fixture
async def database(spares: Spares) -> AsyncIterator[Database]:
    """Take an empty migrated database of a service for one test alone at each call, and give its address."""
    taken: list[tuple[str, str]] = []

    async def take(service: str) -> str:
        taken.append((service, await spares.take(service)))
        return taken[-1][1]

    yield take

    for service, dsn in taken:
        await spares.leave(service, dsn)


@pytest.fixture(scope="session")
def spares(server: Postgres, databases: Database) -> Spares:
    """Databases that go from one test to the next."""
    return Spares(server, databases)


@pytest.fixture(scope="session")
async def databases(server: Postgres, home: Home, run: str) -> AsyncIterator[Database]:
    """Make a fresh migrated database of a service at each call that lasts for the whole run, and give its address."""
    templates, made = Templates(server, home), iter(range(10_000))

    async def fresh(service: str) -> str:
        return await templates.clone(service, f"_{run}_{next(made)}")

    yield fresh

    async with connection(server) as session:
        for name in [row["datname"] for row in await session.fetch("SELECT datname FROM pg_database")]:
            if is_over(name, run):
                await session.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


Product = Callable[[str], AbstractAsyncContextManager[Stack]]


@pytest.fixture(scope="session")
def products(home: Home, databases: Database, kafka: Broker, wire: Topics, run: str) -> Product:
    """Run a whole product on databases, topics, rights, ports and a clock of its own; what dies is started again."""

    @asynccontextmanager
    async def running(name: str) -> AsyncIterator[Stack]:
        own = Home(home.path / f"{run}{name}")
        own_databases = {service: await databases(service) for service in SERVICES}
        prefix = await wire()
        await give_rights(kafka, prefix)
        stack = Stack(own, Parts(databases=own_databases, broker=kafka, prefix=prefix))
        try:
            await to_thread(stack.start)
            yield stack
        finally:
            await to_thread(stack.stop)
        shutil.rmtree(own.path)

    return running


@pytest.fixture(scope="session")
async def product(products: Product) -> AsyncIterator[Stack]:
    """The product that most tests share."""
    async with products("") as stack:
        yield stack


def is_over(name: str, run: str) -> bool:
    """Say whether a topic or a database belongs to this run, or to one that was killed before it could tidy up."""
    mark = re.search(r"t(\d+)x[0-9a-f]{4}", name)
    return mark is not None and (mark[0] == run or not psutil.pid_exists(int(mark[1])))
