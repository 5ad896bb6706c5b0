"""What honest readers, the health check and the memory feel while somebody sends what is made to hurt."""

import asyncio
import gc
import ssl
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import orjson
import psutil
from websockets.exceptions import WebSocketException

from korpu_local.home import ROOT
from korpu_local.tokens import Caller
from tests.benchmarks.attacks import ATTACKS, FLOOD
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.floods import Target
from tests.benchmarks.ground import Ground
from tests.benchmarks.reads import furnish, serving
from tests.gateway.watching import watcher

READERS, PAUSE = 4, 0.02
PAIRS, CALM, SECONDS, SETTLES = 4, 3.0, 3.0, 0.3
"""So often a calm slice and one under attack, side by side: the machine changes in the course of minutes."""
SLOWEST_LIVE, MOST_SLOWER, MOST_MEMORY, SLOWEST_SOCKET = 200.0, 1.2, 200.0, 2_000.0
HONEST = (
    "query Page($after: String) {organisations(first: 20, after: $after) {nodes {id code name}}}",
    "query Find($s: String) {agreements(filter: {search: $s}, first: 10) {totalCount nodes {id title {text} status}}}",
)
UNREAD = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Each client would read all certificates of the machine, 20 ms in which no reader is heard."""
WATCHED = "subscription Watched {organisationChanged {id}}"


@dataclass
class Felt:
    """What the honest felt, in milliseconds."""

    reads: list[float] = field(default_factory=list)
    live: list[float] = field(default_factory=list)
    sockets: list[float] = field(default_factory=list)
    """Until an officer who comes by WebSocket watches."""


class Attackers:
    """The process of the attackers."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def attack(self, name: str, seconds: float) -> None:
        """Attack for so long."""
        await self._told(f"{seconds} {name}", seconds + 30)

    async def flood(self) -> int:
        """Send a thousand hostile documents; gives how many were answered."""
        return int(await self._told("flood", 200))

    async def _told(self, words: str, within: float) -> bytes:
        if self._process.stdin is None or self._process.stdout is None:
            raise Wrong("the attackers have no ears")
        self._process.stdin.write(f"{words}\n".encode())
        told = await asyncio.wait_for(self._process.stdout.readline(), within)
        if not told:
            raise Wrong("the attackers have ended")
        return told


@asynccontextmanager
async def attackers(port: int) -> AsyncIterator[Attackers]:
    """Attackers who wait to be told, and end with the block."""
    pipe = asyncio.subprocess.PIPE
    command = [sys.executable, "-m", "tests.benchmarks.attacks", str(port)]
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT)
    try:
        yield Attackers(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Let honest readers read: undisturbed, and under each attack."""
    async with ground.wire() as wire:
        ground.migrate("gateway", wire)
        await furnish(wire)
        async with serving(ground, wire) as (port, process, issuer), attackers(port) as hostile:
            target = Target(port, issuer.token(Caller(role="officer", subject="reader")))
            gc.freeze()  # what was furnished: to walk it would be counted as waiting for an answer
            await felt(target, CALM)
            for name in ATTACKS:
                for figure in told(name, [await pair(target, hostile, name) for _ in range(PAIRS)]):
                    yield figure
            sent = await hostile.flood()
            if sent < FLOOD:
                raise Wrong(f"of {FLOOD:,} hostile requests {sent:,} were answered")
            yield Figure(f"gateway after {FLOOD:,} hostile requests", _memory(process), "MB", at_most=MOST_MEMORY)


async def pair(target: Target, hostile: Attackers, name: str) -> tuple[Felt, Felt]:
    """What the honest feel while nobody attacks, and right after that under an attack."""
    await asyncio.sleep(SETTLES)
    calm = await felt(target, CALM)
    under, _ = await asyncio.gather(felt(target, SECONDS), hostile.attack(name, SECONDS))
    return calm, under


def told(name: str, pairs: Sequence[tuple[Felt, Felt]]) -> list[Figure]:
    """The figures of one attack, over all calm slices and all under it: a p99 of one slice alone is its third worst."""
    calm_reads = [each for calm, _ in pairs for each in calm.reads]
    under_reads = [each for _, under in pairs for each in under.reads]
    calm_p50, calm_p99 = percentile(calm_reads, 0.5), percentile(calm_reads, 0.99)
    under_p50, under_p99 = percentile(under_reads, 0.5), percentile(under_reads, 0.99)
    return [
        Figure(f"{name}: honest p50, undisturbed", calm_p50, "ms"),
        Figure("  under attack", under_p50, "ms"),
        Figure("  honest p99, undisturbed", calm_p99, "ms"),
        Figure("  under attack", under_p99, "ms"),
        Figure("  of what it was undisturbed", 100 * under_p99 / calm_p99, "%", at_most=100 * MOST_SLOWER),
        Figure("  /live, slowest", max(max(under.live) for _, under in pairs), "ms", at_most=SLOWEST_LIVE),
        Figure("  /live, slowest, undisturbed", max(max(calm.live) for calm, _ in pairs), "ms"),
        Figure(
            "  until an officer watches, slowest",
            max(max(under.sockets) for _, under in pairs),
            "ms",
            at_most=SLOWEST_SOCKET,
        ),
    ]


async def felt(target: Target, seconds: float) -> Felt:
    """What honest readers, officers who connect, and who asks whether the gateway lives, feel for a while."""
    found, until = Felt(), time.monotonic() + seconds
    readers = (_reader(target, found, until) for _ in range(READERS))
    await asyncio.gather(*readers, _prober(target, found, until), _officer(target, found, until))
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
                    raise Wrong(f"an honest reader was answered with {answer.status_code}: {answer.text[:300]}")
                await asyncio.sleep(PAUSE)


async def _prober(target: Target, found: Felt, until: float) -> None:
    while time.monotonic() < until:
        async with httpx.AsyncClient(base_url=target.address, trust_env=False, verify=UNREAD, timeout=30) as client:
            began = time.perf_counter()
            (await client.get("/live")).raise_for_status()
            found.live.append(1000 * (time.perf_counter() - began))
        await asyncio.sleep(0.1)


async def _officer(target: Target, found: Felt, until: float) -> None:
    """Come by WebSocket now and then, and be let in."""
    while time.monotonic() < until:
        began = time.perf_counter()
        try:
            async with asyncio.timeout(10), watcher(target.address, target.token) as watching:
                await watching.watches(WATCHED)
                found.sockets.append(1000 * (time.perf_counter() - began))
        except (OSError, TimeoutError, WebSocketException, AssertionError) as reason:
            raise Wrong(f"an officer could not watch: {type(reason).__name__}") from None
        await asyncio.sleep(0.4)


def _memory(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 2**20
