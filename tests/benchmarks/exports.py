"""What a long list costs as a file: rows a second, the first byte, and the memory of the gateway that writes it."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg
import httpx
import psutil

from korpu_gateway.readmodel.documents import document, packed
from korpu_gateway.types import KINDS
from korpu_local.tokens import Caller, Issuer
from tests.benchmarks.asking import worked
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.benchmarks.reads import serving
from tests.gateway.library import Library, moment

PARTNERS, AGREEMENTS, DIFFERENT = 100_000, 10_000, 1_000
BARS = {"csv": 5_000.0, "xlsx": 2_000.0}
MOST_GROWTH = 60.0
MEGABYTE = 1024 * 1024


@dataclass
class Written:
    """A file as its reader took it, who keeps nothing of it."""

    size: int
    seconds: float
    first: float
    grown: float
    core: float


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Have long lists written as both files by a gateway as it runs in operations, and watch its process grow."""
    async with ground.wire() as wire:
        ground.migrate("gateway", wire)
        await _furnish(wire.dsn)
        async with serving(ground, wire) as (port, process, issuer):
            await _written(port, process, issuer, "organisations.xlsx?columns=code")
            for name, rows in (("organisations", PARTNERS), ("agreements", AGREEMENTS)):
                for form, bar in BARS.items():
                    made = await _written(port, process, issuer, f"{name}.{form}")
                    what = f"{rows:,} {name} as {form}, {made.size / MEGABYTE:.0f} MB"
                    yield Figure(what, rows / made.seconds, "row/s", bar)
                    yield Figure("  seconds of the gateway's core for a thousand", 1000 * made.core / rows, "s")
                    yield Figure("  until the first byte", made.first, "s")
                    yield Figure("  growth of the gateway meanwhile", made.grown, "MB", at_most=MOST_GROWTH)


async def _written(port: int, process: psutil.Process, issuer: Issuer, address: str) -> Written:
    headers = {"authorization": f"Bearer {issuer.token(Caller(role='officer'))}"}
    before, busy, began = _memory(process), worked(process), time.perf_counter()
    watch = asyncio.create_task(_highest(process))
    size, first = 0, 0.0
    async with (
        httpx.AsyncClient(trust_env=False, timeout=600) as client,
        client.stream("GET", f"http://127.0.0.1:{port}/exports/{address}", headers=headers) as response,
    ):
        if response.status_code != httpx.codes.OK:
            raise Wrong(f"the export answered {response.status_code}")
        async for piece in response.aiter_raw():
            first = first or time.perf_counter() - began
            size += len(piece)
    took, core = time.perf_counter() - began, worked(process) - busy
    watch.cancel()
    await asyncio.wait([watch])
    return Written(size, took, first, _peak - before, core)


_peak = 0.0


def _memory(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / MEGABYTE


async def _highest(process: psutil.Process) -> None:
    global _peak  # noqa: PLW0603 - one watcher at a time
    _peak = 0.0
    while True:
        _peak = max(_peak, _memory(process))
        await asyncio.sleep(0.05)


async def _furnish(dsn: str) -> None:
    library = Library()
    partners = [library.organisation(status="active") for _ in range(DIFFERENT)]
    agreements = [library.agreement(library.any(*partners), f"Memorandum {n}") for n in range(DIFFERENT)]
    session = await asyncpg.connect(dsn)
    try:
        await _shelve(session, "organisation", partners, PARTNERS)
        await _shelve(session, "agreement", agreements, AGREEMENTS)
        await session.execute("ANALYZE")
    finally:
        await session.close()


async def _shelve(session: asyncpg.Connection, kind: str, states: Sequence[Any], many: int) -> None:
    """Each document many times: the first under its own id, so that others find it, its copies under new ones."""
    await session.execute(
        f"INSERT INTO {kind} (id, version, doc, valid_from)"  # noqa: S608 - the kind is ours
        " SELECT CASE copy WHEN 1 THEN (doc::jsonb->>'id')::uuid ELSE gen_random_uuid() END, 1, doc::jsonb, $2"
        " FROM unnest($1::text[]) AS doc, generate_series(1, $3) AS copy",
        [packed(document(KINDS[kind], each)) for each in states],
        moment(states[0]["changed_at"]),
        many // len(states),
    )
