"""What honest readers, the health check and the memory feel while somebody sends what is made to hurt."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import httpx
import orjson
import psutil

from korpu_local.tokens import Caller
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground
from tests.benchmarks.reads import furnish, serving
from tests.gateway.hostile import DEEP, HOSTILE, SUBSCRIBED, circle, doubling, many
from tests.gateway.watching import watcher

READERS, PAUSE, SECONDS = 4, 0.02, 8.0
ATTACKERS = 2
SLOWEST_LIVE, MOST_SLOWER, MOST_MEMORY, FLOOD = 200.0, 1.2, 200.0, 1_000
HONEST = (
    "query Page($after: String) {organisations(first: 20, after: $after) {nodes {id code name {text}}}}",
    "query Find($s: String) {agreements(filter: {search: $s}, first: 10) {totalCount nodes {id title {text} status}}}",
)
WRONG = (OSError, httpx.HTTPError, asyncio.IncompleteReadError)


class Target(NamedTuple):
    """The gateway that is attacked."""

    port: int
    token: str

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"


@dataclass
class Felt:
    """What the honest felt, in milliseconds."""

    reads: list[float] = field(default_factory=list)
    live: list[float] = field(default_factory=list)


Attack = Callable[[Target, int], Awaitable[None]]
"""One attacker, who goes on until told to stop; the number tells attackers apart."""


def posting(name: str) -> Attack:
    """Sends one document of the collection, changed a little each time, so that no cache knows it."""

    async def attack(target: Target, number: int) -> None:
        async with httpx.AsyncClient(base_url=target.address, trust_env=False, timeout=30) as client:
            for n in range(10**9):
                sent = HOSTILE[name]
                await client.post("/graphql", json={"query": f"{sent.query}#{number}.{n}", "variables": sent.variables})

    return attack


async def everything(target: Target, number: int) -> None:
    """The whole collection, one after the other."""
    async with httpx.AsyncClient(base_url=target.address, trust_env=False, timeout=30) as client:
        for n in range(10**9):
            for each in HOSTILE.values():
                await client.post("/graphql", json={"query": f"{each.query}#{number}.{n}", "variables": each.variables})


async def deep_variables(target: Target, _: int) -> None:
    """Variables that nest 900 deep."""
    async with httpx.AsyncClient(base_url=target.address, trust_env=False, timeout=30) as client:
        while True:
            await client.post("/graphql", content=DEEP, headers={"content-type": "application/json"})


async def over_a_websocket(target: Target, number: int) -> None:
    """The whole collection over one WebSocket."""
    while True:
        async with watcher(target.address, max_size=2**24) as watching:
            for n, each in enumerate({**HOSTILE, **SUBSCRIBED}.values()):
                body = {"query": f"{each.query}#{number}.{n}.{time.time()}", "variables": each.variables}
                await watching.says(id=str(n), type="subscribe", payload=body)
                await watching.hears()
                await watching.says(id=str(n), type="complete")


async def over_event_streams(target: Target, number: int) -> None:
    """The whole collection over event streams."""
    headers = {"accept": "text/event-stream"}
    async with httpx.AsyncClient(base_url=target.address, trust_env=False, timeout=30, headers=headers) as client:
        for n in range(10**9):
            for each in HOSTILE.values():
                body = {"query": f"{each.query}#{number}.{n}", "variables": each.variables}
                async with client.stream("POST", "/graphql/stream", json=body) as response:
                    await anext(response.aiter_raw())


ATTACKS: dict[str, Attack] = {
    "fragments that double 22 times": posting("fragments that double 22 times"),
    "a circle of 22 fragments": posting("a circle of 22"),
    "300 repeated selections": posting("300 repeated selections"),
    "repeats inside of fragments": posting("repeats inside of fragments without a name"),
    "450 operations": posting("450 operations"),
    "300 fragments": posting("300 fragments"),
    "ten introspections": posting("ten introspections"),
    "twenty searches": posting("twenty searches"),
    "60,000 values": posting("60,000 values"),
    "variables nested 900 deep": deep_variables,
    "every hostile document": everything,
    "every hostile document, WebSocket": over_a_websocket,
    "every hostile document, event stream": over_event_streams,
}
"""Each runs alone, by so many attackers at once; add an attack on sockets, bodies or uploads here."""


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Let honest readers read: undisturbed, and under each attack."""
    async with ground.wire() as wire:
        ground.migrate("gateway", wire)
        await furnish(wire)
        async with serving(ground, wire) as (port, process, issuer):
            target = Target(port, issuer.token(Caller(role="officer", subject="reader")))
            await felt(target, 2.0)
            for name, attack in ATTACKS.items():
                before = await felt(target, SECONDS / 2)
                async with attacked(target, attack):
                    under = await felt(target, SECONDS)
                after = await felt(target, SECONDS / 2)
                for figure in told(name, before.reads + after.reads, under):
                    yield figure
            await flood(target)
            yield Figure(f"gateway after {FLOOD:,} hostile requests", _memory(process), "MB", at_most=MOST_MEMORY)


def told(name: str, calm: Sequence[float], under: Felt) -> list[Figure]:
    """The figures of one attack; what is calm was measured around it, because the machine changes."""
    quiet, p99 = percentile(calm, 0.99), percentile(under.reads, 0.99)
    return [
        Figure(f"{name}: honest p50, undisturbed", percentile(calm, 0.5), "ms"),
        Figure("  under attack", percentile(under.reads, 0.5), "ms"),
        Figure("  honest p99, undisturbed", quiet, "ms"),
        Figure("  under attack", p99, "ms", at_most=quiet * MOST_SLOWER),
        Figure("  /live, slowest", max(under.live), "ms", at_most=SLOWEST_LIVE),
    ]


async def felt(target: Target, seconds: float) -> Felt:
    """What honest readers, and who asks whether the gateway lives, feel for a while."""
    found, until = Felt(), time.monotonic() + seconds
    await asyncio.gather(*(_reader(target, found, until) for _ in range(READERS)), _prober(target, found, until))
    return found


async def _reader(target: Target, found: Felt, until: float) -> None:
    headers = {"authorization": f"Bearer {target.token}", "content-type": "application/json"}
    bodies = [orjson.dumps({"query": each, "variables": {"s": "memorandum 7"}}) for each in HONEST]
    async with httpx.AsyncClient(base_url=target.address, trust_env=False, timeout=30, headers=headers) as client:
        while time.monotonic() < until:
            for body in bodies:
                began = time.perf_counter()
                answer = await client.post("/graphql", content=body)
                found.reads.append(1000 * (time.perf_counter() - began))
                if answer.status_code != httpx.codes.OK or "errors" in answer.json():
                    raise Wrong(f"an honest reader was answered with {answer.status_code}")
                await asyncio.sleep(PAUSE)


async def _prober(target: Target, found: Felt, until: float) -> None:
    async with httpx.AsyncClient(base_url=target.address, trust_env=False, timeout=30) as client:
        while time.monotonic() < until:
            began = time.perf_counter()
            (await client.get("/live")).raise_for_status()
            found.live.append(1000 * (time.perf_counter() - began))
            await asyncio.sleep(0.1)


@asynccontextmanager
async def attacked(target: Target, attack: Attack) -> AsyncIterator[None]:
    """Attackers at work inside the block, in a process of their own; they end with it."""
    tasks = [asyncio.create_task(_again(attack, target, number)) for number in range(ATTACKERS)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def _again(attack: Attack, target: Target, number: int) -> None:
    while True:
        with suppress(*WRONG):
            await attack(target, number)
        await asyncio.sleep(0.01)


async def flood(target: Target) -> None:
    """A thousand hostile documents that differ, right ones and wrong ones, four at a time."""
    waiting = iter(range(FLOOD))
    texts = [each.query for each in HOSTILE.values()]
    texts += [circle(30), doubling(9), "{" + many("a#: agreements(first: 1){nodes{id title{text}}}", 59) + "}"]

    async def one() -> None:
        async with httpx.AsyncClient(base_url=target.address, trust_env=False, timeout=30) as client:
            for n in waiting:
                body: Any = {"query": f"{texts[n % len(texts)]}#{n}{'.' * (n % 2) * 2_000}"}
                await client.post("/graphql", json=body)

    await asyncio.gather(*(one() for _ in range(4)))


def _memory(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 2**20
