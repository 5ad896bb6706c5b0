"""Two small services on real parts: one changes things and says so, the other writes down what it hears."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from korpu_chassis.database.limits import BULK
from korpu_chassis.database.metadata import metadata
from korpu_chassis.messaging.administration import Topic, create_topics
from korpu_chassis.messaging.consumer import Consumer
from korpu_chassis.messaging.envelope import Incoming, Outgoing, read
from korpu_chassis.messaging.kafka import Kafka, Letter, Record, Sender
from korpu_chassis.messaging.outbox import post
from korpu_chassis.messaging.relay import relay
from korpu_chassis.persistence.store import Database
from korpu_local.reading import history

TOPIC = "things.v1"
GROUP = "hearers"
TABLES = """
    CREATE TABLE thing (id uuid PRIMARY KEY, version int NOT NULL);
    CREATE TABLE effect (seq bigserial PRIMARY KEY, key uuid NOT NULL, version int NOT NULL);
"""


def said(subject: UUID, version: int, text: str = "", **more: Any) -> Outgoing:
    """What the first service says about its thing."""
    return Outgoing(
        service="things",
        topic=TOPIC,
        fact="thing.changed",
        subject=subject,
        time=datetime.now(UTC),
        state={"id": str(subject), "version": version} | ({"text": text} if text else {}),
        change={},
        correlation_id=subject,
        **more,
    )


def letter(outgoing: Outgoing, **headers: str) -> Letter:
    """The same, as the relay would send it."""
    packed = outgoing.packed()
    held = [*packed.headers.items(), *((name, value.encode()) for name, value in headers.items())]
    return Letter(outgoing.topic, str(packed.key).encode(), held, packed.value)


async def until(true: Callable[[], Awaitable[bool]], seconds: float = 20) -> None:
    """Wait until it is true; the test fails when it does not become so."""
    async with asyncio.timeout(seconds):
        while not await true():  # noqa: ASYNC110 -- what is waited for happens in other processes
            await asyncio.sleep(0.05)


async def write_down(heard: Sequence[Incoming], session: AsyncSession) -> None:
    """The effect of a message: one row, so that twice would be two."""
    rows = [{"key": message.subject, "version": message.version} for message in heard]
    await session.execute(sa.text("INSERT INTO effect (key, version) VALUES (:key, :version)"), rows)


class Wire:
    """A database and a topic of one's own, with both services on them."""

    def __init__(self, dsn: str, kafka: Kafka) -> None:
        self.dsn = dsn
        self.kafka = kafka
        self.database = Database(dsn, connections=30, limits=BULK)
        self.troubles: list[str | None] = []
        self.waiting: list[str | None] = []

    async def lay(self) -> None:
        """Make the tables and the topics."""
        async with self.database.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
            for statement in TABLES.strip().split(";")[:-1]:
                await connection.execute(sa.text(statement))
        await create_topics(self.kafka, [Topic(TOPIC, 3), Topic(f"{GROUP}.dead", 1)])

    async def change(self, thing: UUID) -> int:
        """Change a thing under its lock and say so; the answer is the acknowledged version."""
        async with self.database.transaction() as session:
            return await self.change_in(session, thing)

    async def change_in(self, session: AsyncSession, thing: UUID) -> int:
        """The same in the caller's transaction."""
        locked = sa.text(
            "INSERT INTO thing VALUES (:id, 1) ON CONFLICT (id) DO UPDATE SET version = thing.version + 1"
            " RETURNING version"
        )
        version = int((await session.execute(locked, {"id": thing})).scalar_one())
        await post(session, said(thing, version))
        return version

    async def change_many(self, things: Sequence[UUID], times: int) -> None:
        """Change each thing so often, all at once."""
        turns = [thing for thing in things for _ in range(times)]
        random.shuffle(turns)
        await asyncio.gather(*(self.change(thing) for thing in turns))

    async def send(self, *letters: Letter) -> None:
        """Put letters on the topic as they are, past outbox and relay."""
        sender = Sender(self.kafka)
        assert all(await sender.send(letters))
        await sender.drop()

    @asynccontextmanager
    async def relaying(self) -> AsyncIterator[None]:
        """The first service's relay works inside the block, and stops in time after it."""
        stop = asyncio.Event()
        task = asyncio.create_task(relay(self.dsn, self.kafka, stop=stop, report=self.troubles.append))
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait_for(task, 15)

    def consumer(self, **differently: Any) -> Consumer:
        """The second service's consumer."""
        usual = {"handler": write_down, "report": self.troubles.append, "report_parked": self.waiting.append}
        return Consumer(self.kafka, GROUP, [TOPIC], transaction=self.database.transaction, **(usual | differently))

    @asynccontextmanager
    async def hearing(self, **differently: Any) -> AsyncIterator[Consumer]:
        """The consumer works inside the block, and stops in time after it."""
        stop = asyncio.Event()
        consumer = self.consumer(**differently)
        task = asyncio.create_task(consumer.forever(stop))
        try:
            yield consumer
        finally:
            stop.set()
            await asyncio.wait_for(task, 15)

    async def rows(self, query: str, **names: Any) -> list[Any]:
        """What the database answers."""
        async with self.database.transaction() as session:
            return list((await session.execute(sa.text(query), names)).all())

    async def topic(self, name: str = TOPIC) -> list[Record]:
        """What the topic holds."""
        return [record async for record in history(self.kafka, name)]

    async def told(self) -> dict[UUID, list[int]]:
        """Which versions of each thing are on the topic, in order of their first appearance."""
        found: dict[UUID, list[int]] = {}
        for message in map(read, await self.topic()):
            versions = found.setdefault(message.subject, [])
            if message.version not in versions:
                versions.append(message.version)
        return found

    async def effects(self) -> dict[UUID, list[int]]:
        """Which versions of each thing had an effect, in the order in which they had it."""
        found: dict[UUID, list[int]] = {}
        for key, version in await self.rows("SELECT key, version FROM effect ORDER BY seq"):
            found.setdefault(key, []).append(version)
        return found

    async def offsets(self) -> int:
        """How far the group has come, over all partitions."""
        return int((await self.rows("SELECT coalesce(sum(next_offset), 0) FROM consumer_offset"))[0][0])

    async def heard(self, count: int, seconds: float = 30) -> None:
        """Wait until so many effects are there."""

        async def enough() -> bool:
            return int((await self.rows("SELECT count(*) FROM effect"))[0][0]) >= count

        await until(enough, seconds)

    async def reached(self, offsets: int, seconds: float = 30) -> None:
        """Wait until the group has come so far."""

        async def there() -> bool:
            return await self.offsets() >= offsets

        await until(there, seconds)


def things(count: int) -> list[UUID]:
    """So many new things."""
    return [uuid7() for _ in range(count)]


def refusing(subjects: set[UUID]) -> Callable[[Sequence[Incoming], AsyncSession], Awaitable[None]]:
    """A handler that fails for these things, after it has begun to write."""

    async def handler(heard: Sequence[Incoming], session: AsyncSession) -> None:
        await write_down(heard, session)
        if any(message.subject in subjects for message in heard):
            raise LookupError("this thing cannot be handled")

    return handler
