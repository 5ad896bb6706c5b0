"""How fast effects are had: a plain service, and the gateway's read model built anew while people read."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import orjson

from korpu_chassis.messaging.envelope import Outgoing
from korpu_chassis.messaging.kafka import Sender
from korpu_local.home import ROOT
from korpu_local.topics import create_topics
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground
from tests.chassis.wire import Wire, letter, said, things, until

MESSAGES, VERSIONS = 20_000, 5
EXAMPLE = ROOT / "services" / "partners" / "contract" / "messages" / "agreement.drafted.v1.example.json"


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Measure both consumers as processes of their own."""
    async with ground.wire() as wire:
        await wire.lay()
        await send(wire, [said(thing, version) for thing in some() for version in range(1, VERSIONS + 1)])
        rate = await effects(ground, wire)
        yield Figure(f"a service hears {MESSAGES:,} messages, one effect each", rate, "msg/s")
    async with ground.wire() as wire:
        ground.migrate("gateway", wire)
        await create_topics(wire.kafka)
        await send(wire, agreements(EXAMPLE))
        rate, waits = await rebuild(ground, wire)
        what = f"read model rebuilt from {MESSAGES:,} versions of agreements while people read"
        yield Figure(what, rate, "msg/s", at_least=2_000)
        yield Figure("… and a document is read meanwhile, p99", percentile(waits, 0.99), "ms")


def some() -> list[UUID]:
    """So many things that each has all its versions."""
    return things(MESSAGES // VERSIONS)


def agreements(example: Path) -> list[Outgoing]:
    """Versions of many agreements, as the published example shows one."""
    body = orjson.loads(example.read_bytes())
    kept = body.get("data", body)
    now = datetime.now(UTC)
    return [
        Outgoing(
            service="partners",
            topic="partners.agreements.v1",
            fact="agreement.drafted",
            subject=each,
            time=now,
            state={**kept["state"], "id": str(each), "version": version},
            change=kept["change"],
            correlation_id=each,
        )
        for each in some()
        for version in range(1, VERSIONS + 1)
    ]


async def send(wire: Wire, messages: list[Outgoing]) -> None:
    """Fill the topic."""
    sender = Sender(wire.kafka)
    for begin in range(0, len(messages), 1_000):
        if not all(await sender.send([letter(each) for each in messages[begin : begin + 1_000]])):
            raise Wrong(f"Kafka did not take the messages: {sender.trouble}")
    await sender.drop()


async def effects(ground: Ground, wire: Wire) -> float:
    """Messages per second from the first effect seen to the last one; each exactly once and in order."""
    async with ground.at_work(ground.stack.worker("consume-fast", wire)):
        rate = await measured(wire, "SELECT count(*) FROM effect")
    if sorted((await wire.effects()).values()) != [list(range(1, VERSIONS + 1))] * (MESSAGES // VERSIONS):
        raise Wrong("some effect is missing, doubled or out of order")
    return rate


async def rebuild(ground: Ground, wire: Wire) -> tuple[float, list[float]]:
    """Messages per second into documents and history, and how long reading a document took meanwhile."""
    waits: list[float] = []
    reading = asyncio.create_task(read(wire, waits))
    async with ground.at_work(ground.program("gateway", "consume", wire)):
        rate = await measured(wire, "SELECT count(*) FROM history")
    reading.cancel()
    await asyncio.wait({reading})
    last = await wire.rows("SELECT count(*), min(version), max(version) FROM agreement")
    whole = await wire.rows(
        "SELECT count(*) FROM history WHERE kind = 'agreement' AND (valid_to IS NULL) = (version = 5)"
    )
    if (last, whole) != ([(MESSAGES // VERSIONS, VERSIONS, VERSIONS)], [(MESSAGES,)]):
        raise Wrong("the read model does not hold the last version of each agreement and the history of all")
    return rate, waits


async def read(wire: Wire, waits: list[float]) -> None:
    """One person reads one document after another."""
    while True:
        begin = time.monotonic()
        await wire.rows("SELECT doc FROM agreement ORDER BY id DESC LIMIT 1")
        waits.append(1000 * (time.monotonic() - begin))
        await asyncio.sleep(0.01)


async def measured(wire: Wire, counting: str) -> float:
    """Watch the count rise to the end: the rate between the first look that finds something and the last one."""
    seen: list[tuple[float, int]] = []

    async def done() -> bool:
        found = int((await wire.rows(counting))[0][0])
        if found and (not seen or found > seen[-1][1]):
            seen.append((time.monotonic(), found))
        return found >= MESSAGES

    await until(done, 120)
    (begin, first), (end, last) = seen[0], seen[-1]
    if last != MESSAGES or end == begin:
        raise Wrong(f"{last} of {MESSAGES} messages had an effect")
    return (last - first) / (end - begin)
