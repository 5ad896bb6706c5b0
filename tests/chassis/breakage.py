"""A stack that may be broken: its own broker and database, both services as processes, and people who go on working."""

import asyncio
import random
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import UUID

import psutil
import structlog
import uvloop
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.configuration.settings import Settings
from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.messaging.consumer import Consumer
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.messaging.kafka import Kafka
from korpu_chassis.messaging.relay import relay
from korpu_local.home import ROOT, Home
from korpu_local.kafka import KafkaServer, settings_of
from korpu_local.postgres import PostgresServer
from korpu_local.programs import Program
from tests.chassis.wire import GROUP, TOPIC, Wire, write_down

PATIENCE = 90


class Stack:
    """One broker and one database of their own, in a folder of their own."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.postgres = PostgresServer(home)
        self.kafka = KafkaServer(home)
        self.server = self.postgres.ensure()
        self.broker = self.kafka.ensure()

    def worker(self, role: str, wire: Wire, number: int = 0) -> Program:
        """One role of the two services as a process."""
        told = {"DATABASE": wire.dsn, "ISSUER": "nobody", "JWKS_URL": "http://127.0.0.1:1", **settings_of(wire.kafka)}
        settings = {f"KORPU_{name}": value for name, value in told.items()}
        return Program(
            name=f"{role}-{number}-{wire.kafka.prefix}log",
            command=lambda: [sys.executable, "-m", "tests.chassis.breakage", role],
            home=self.home,
            environment=settings | {"PYTHONPATH": str(ROOT)},
        )

    def stop(self) -> None:
        """Stop both servers."""
        self.kafka.program.stop()
        self.postgres.program.stop()


def freeze(program: Program) -> None:
    """Let a program hang with all its children."""
    for process in family(program):
        process.suspend()


def thaw(program: Program) -> None:
    """Let it go on."""
    for process in family(program):
        process.resume()


def family(program: Program) -> list[psutil.Process]:
    """A program's process and its children."""
    head = program.process
    return [head, *head.children(recursive=True)] if head else []


@asynccontextmanager
async def people_at_work(wire: Wire, things: list[UUID], acknowledged: dict[UUID, int]) -> AsyncIterator[None]:
    """Three people change the things over and over, write down what was acknowledged, and shrug at an error."""

    async def person() -> None:
        while True:
            thing = random.choice(things)  # noqa: S311
            try:
                async with asyncio.timeout(5):
                    acknowledged[thing] = max(await wire.change(thing), acknowledged.get(thing, 0))
            except (OSError, DatabaseUnavailable, RowBusy):
                await asyncio.sleep(0.1)
            await asyncio.sleep(0.01)

    tasks = [asyncio.create_task(person()) for _ in range(3)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        assert all(task.cancelled() for task in tasks)


async def everything_counted_once(wire: Wire, acknowledged: dict[UUID, int]) -> None:
    """Every change is in its owner, on the topic in order, and had its effect once; within the time allowed."""
    kept = {row.id: row.version for row in await wire.rows("SELECT id, version FROM thing")}
    assert all(kept[thing] >= version for thing, version in acknowledged.items())
    await wire.heard(sum(kept.values()), PATIENCE)

    expected = {thing: list(range(1, version + 1)) for thing, version in kept.items()}
    assert await wire.told() == expected
    assert await wire.effects() == expected


async def write_down_slowly(heard: Sequence[Incoming], session: AsyncSession) -> None:
    """An effect that takes its time, so that most faults strike in the middle of it."""
    await write_down(heard, session)
    await asyncio.sleep(0.05)


async def work(role: str) -> None:
    """One role, until told to stop."""
    settings, stop = Settings(), asyncio.Event()
    dsn, kafka = settings.database, Kafka(settings.kafka, settings.topic_prefix, settings.kafka_login)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    if role == "relay":
        await relay(dsn, kafka, stop=stop)
    else:
        database = Wire(dsn, kafka).database
        handler = write_down if role == "consume-fast" else write_down_slowly
        await Consumer(kafka, GROUP, [TOPIC], handler, database.transaction, session_seconds=6).forever(stop)


if __name__ == "__main__":
    structlog.configure(processors=[structlog.processors.TimeStamper(fmt="iso"), structlog.processors.JSONRenderer()])
    uvloop.run(work(*sys.argv[1:]))


async def frozen_and_thawed(postgres: PostgresServer, _: str) -> None:
    """A server that says nothing for a while."""
    freeze(postgres.program)
    await asyncio.sleep(4)
    thaw(postgres.program)


async def killed_and_started(postgres: PostgresServer, _: str) -> None:
    """A server that crashes, and comes back."""
    postgres.program.kill()
    await asyncio.sleep(1)
    await asyncio.to_thread(postgres.ensure)
