"""How soon a committed change is acknowledged by Kafka, and how fast a backlog drains."""

import asyncio
import time
from collections.abc import AsyncIterator
from uuid import UUID

from sqlalchemy import insert

from korpu_chassis.messaging.outbox import outbox
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground
from tests.chassis.wire import TOPIC, Wire, said, things, until

RATE, SECONDS = 200, 15
BACKLOG = 50_000
TEXT = "Qarşılıqlı anlaşma memorandumu, Gəncə Dövlət Universiteti. " * 20


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Measure the relay as it runs in operations: a process of its own."""
    async with ground.wire() as wire:
        await wire.lay()
        waits = await commit_to_acknowledged(ground, wire)
        rate = f"commit → acknowledged by Kafka, {RATE} changes/s"
        yield Figure(f"{rate}, p50", percentile(waits, 0.50), "ms", at_most=5)
        yield Figure(f"{rate}, p99", percentile(waits, 0.99), "ms", at_most=25)
    async with ground.wire() as wire:
        await wire.lay()
        drained = await drain(ground, wire)
        yield Figure(f"relay drains a backlog of {BACKLOG:,} messages of 1.6 KB", drained, "msg/s", at_least=5_000)


async def commit_to_acknowledged(ground: Ground, wire: Wire) -> list[float]:
    """Milliseconds from the order to commit to the moment at which the acknowledgement is marked, disk included."""
    some, committed = things(50), dict[tuple[UUID, int], float]()

    async def change(thing: UUID) -> None:
        async with wire.database.transaction() as session:
            version = await wire.change_in(session, thing)
            committed[thing, version] = time.time()

    async with ground.at_work(ground.stack.worker("relay", wire)):
        await asyncio.gather(*(change(thing) for thing in some))
        await all_sent(wire)
        committed.clear()
        begin, tasks = time.monotonic(), []
        for number in range(RATE * SECONDS):
            await asyncio.sleep(max(0.0, begin + number / RATE - time.monotonic()))
            tasks.append(asyncio.create_task(change(some[number % len(some)])))
        await asyncio.gather(*tasks)
        await all_sent(wire)
    await in_order(wire, some, RATE * SECONDS // len(some) + 1)
    marks = await wire.rows("""
        SELECT key, (convert_from(body, 'UTF8')::jsonb #>> '{state,version}')::int, extract(epoch FROM sent_at)
        FROM outbox
    """)
    sent = {(UUID(key), version): float(at) for key, version, at in marks}
    return [1000 * (sent[change] - at) for change, at in committed.items()]


async def drain(ground: Ground, wire: Wire) -> float:
    """Messages per second from the first mark to the last one."""
    some = things(500)
    for version in range(1, BACKLOG // len(some) + 1):
        async with wire.database.engine.begin() as connection:
            await connection.execute(insert(outbox), [row(thing, version) for thing in some])
    async with ground.at_work(ground.stack.worker("relay", wire)):
        await all_sent(wire)
    await in_order(wire, some, BACKLOG // len(some))
    [(begin, end, first)] = await wire.rows("""
        SELECT extract(epoch FROM min(sent_at)), extract(epoch FROM max(sent_at)),
            count(*) FILTER (WHERE sent_at = (SELECT min(sent_at) FROM outbox)) FROM outbox
    """)
    return float((BACKLOG - first) / (end - begin))


def row(thing: UUID, version: int) -> dict[str, object]:
    """A row of the outbox, as the command would have written it."""
    outgoing = said(thing, version, text=TEXT)
    packed = outgoing.packed()
    return {
        "id": outgoing.id,
        "topic": TOPIC,
        "key": str(thing),
        "type": outgoing.type,
        "headers": {name: value.decode() for name, value in packed.headers.items()},
        "body": packed.value,
    }


async def all_sent(wire: Wire) -> None:
    """Wait until nothing waits."""

    async def none() -> bool:
        return not (await wire.rows("SELECT 1 FROM outbox WHERE sent_at IS NULL LIMIT 1"))

    await until(none, 120)


async def in_order(wire: Wire, some: list[UUID], versions: int) -> None:
    """Refuse to speak of speed when something is missing, doubled or out of order on the topic."""
    expected = {thing: list(range(1, versions + 1)) for thing in some}
    if await wire.told() != expected or len(await wire.topic()) != len(some) * versions:
        raise Wrong("the topic does not hold every version of every thing once and in order")
