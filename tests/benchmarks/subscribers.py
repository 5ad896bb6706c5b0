"""How soon those who watch are told of a committed change: outbox, relay, Kafka, read model, WebSocket."""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson

from korpu_chassis.messaging.envelope import Outgoing
from korpu_chassis.messaging.outbox import post
from korpu_local.home import ROOT
from korpu_local.tokens import Caller
from korpu_local.topics import create_topics
from tests.benchmarks.asking import worked
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground
from tests.benchmarks.reads import serving
from tests.chassis.wire import Wire, until
from tests.gateway.library import Library

RATE, SECONDS, THINGS = 20, 15, 50
BARS = {1: 30, 100: 60, 300: 150}
MOST_MEMORY = 250
QUERY = "subscription { organisationChanged { id version name city } }"
TOPIC = "partners.organisations.v1"
Told = dict[tuple[str, int], float]


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Measure with every part as it runs in operations: a process of its own."""
    async with ground.wire() as office, ground.wire() as model:
        await office.lay()
        await create_topics(office.kafka)
        ground.migrate("gateway", model)
        told = {"KORPU_TOPIC_PREFIX": office.kafka.prefix}
        async with (
            ground.at_work(ground.stack.worker("relay", office)),
            ground.at_work(ground.program("gateway", "consume", model, **told)),
            serving(ground, model) as (port, process, issuer),
        ):
            things = states()
            await asyncio.gather(*(say(office, state) for state in things))
            await shown(model, things)
            for count, bar in BARS.items():
                tokens = [issuer.token(Caller(role="officer", subject=f"officer-{each}")) for each in range(count)]
                async with crowd(f"http://127.0.0.1:{port}", tokens) as watching:
                    before = worked(process)
                    committed = await change(office, things)
                    await shown(model, things)
                    await asyncio.sleep(1)
                    cpu = 100 * (worked(process) - before) / SECONDS
                    memory = process.memory_info().rss / 2**20
                waits = waited(committed, watching, count)
                what = f"commit → pushed to {count} subscribers, {RATE} changes/s"
                yield Figure(f"{what}, p50", percentile(waits, 0.50), "ms")
                yield Figure(f"{what}, p99", percentile(waits, 0.99), "ms", at_most=bar)
                yield Figure(f"… gateway's share of a core with {count} subscribers", cpu, "%")
            yield Figure(f"gateway's memory with {count} subscribers", memory, "MB", at_most=MOST_MEMORY)


def states() -> list[dict[str, Any]]:
    """Organisations that everybody may see."""
    library = Library()
    return [library.organisation(f"Universität {number}", status="active", version=1) for number in range(THINGS)]


async def say(office: Wire, state: Mapping[str, Any]) -> float:
    """Commit one version of an organisation; gives the moment at which it was ordered to commit."""
    outgoing = Outgoing(
        service="partners",
        topic=TOPIC,
        fact="organisation.confirmed",
        subject=UUID(state["id"]),
        time=datetime.now(UTC),
        state=orjson.loads(orjson.dumps(state)),
        change={},
        correlation_id=UUID(state["correlation_id"]),
    )
    async with office.database.transaction() as session:
        await post(session, outgoing)
        return time.time()


async def shown(model: Wire, things: list[dict[str, Any]]) -> None:
    """Wait until the read model has the last version of each; what is not told then is lost and not late."""
    versions = sum(int(state["version"]) for state in things)

    async def there() -> bool:
        [(held,)] = await model.rows("SELECT coalesce(sum(version), 0) FROM organisation")
        return int(held) == versions

    await until(there, 60)


async def change(office: Wire, things: list[dict[str, Any]]) -> Told:
    """Change one organisation after the other at an even pace; gives when each version was ordered to commit."""
    committed: Told = {}

    async def one(state: dict[str, Any]) -> None:
        committed[state["id"], state["version"]] = await say(office, state)

    begin, tasks = time.monotonic(), []
    for number in range(RATE * SECONDS):
        await asyncio.sleep(max(0.0, begin + number / RATE - time.monotonic()))
        state = things[number % len(things)]
        state["version"] += 1
        tasks.append(asyncio.create_task(one(dict(state))))
    await asyncio.gather(*tasks)
    return committed


@asynccontextmanager
async def crowd(address: str, tokens: list[str]) -> AsyncIterator[dict[str, Any]]:
    """A crowd that watches inside the block; afterwards it tells what it heard."""
    heard: dict[str, Any] = {}
    with tempfile.NamedTemporaryFile("w") as file:
        file.write("\n".join(tokens))
        file.flush()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.gateway.crowd", address, file.name, QUERY,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=2**30, cwd=ROOT,
        )  # fmt: skip
        if process.stdout is None or await process.stdout.readline() != b"watching\n":
            raise Wrong("the crowd could not begin to watch")
        yield heard
        out, _ = await process.communicate(b"\n")
        heard.update(orjson.loads(out))


def waited(committed: Told, heard: Mapping[str, Any], count: int) -> list[float]:
    """Milliseconds from the order to commit to each member's hearing of it; a change unheard gives no figure."""
    if heard["resyncs"] or len(heard["told"]) != count:
        raise Wrong(f"{heard['resyncs']} subscribers were told to read again")
    waits = []
    for told in heard["told"]:
        arrived = {(id, version): at for at, id, version in told}
        if missing := committed.keys() - arrived.keys():
            raise Wrong(f"a subscriber has not heard of {len(missing)} changes")
        waits += [1000 * (arrived[each] - at) for each, at in committed.items()]
    return waits
