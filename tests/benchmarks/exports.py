"""What a long list costs as a file: rows a second, and the memory of the gateway that writes it."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import psutil

from korpu_gateway.exports.door import Exports
from korpu_gateway.exports.places import Places
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.readmodel.documents import document, packed
from korpu_gateway.readmodel.lines import reading_pool
from korpu_gateway.schema import schema
from korpu_gateway.types import KINDS
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.gateway.library import Library, moment
from tests.office import People

ROWS, DIFFERENT = 100_000, 1_000
BARS = {"csv": 5_000.0, "xlsx": 2_000.0}
MOST_GROWTH = 60.0
MEGABYTE = 1024 * 1024


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Write a long list of partners as both files, and watch the process grow."""
    async with ground.wire() as wire:
        ground.migrate("gateway", wire)
        await _furnish(wire.dsn)
        async with reading_pool(wire.dsn, 4) as pool:
            endpoint = Endpoint(schema()._schema, pool, People())  # type: ignore[arg-type]  # noqa: SLF001
            exports = Exports(endpoint, pool, Places())
            await _written(exports, "csv", b"columns=code")
            for form, bar in BARS.items():
                before, began = _memory(), time.perf_counter()
                watch = asyncio.create_task(_highest())
                size = await _written(exports, form)
                took = time.perf_counter() - began
                watch.cancel()
                yield Figure(f"{ROWS:,} partners as {form}, {size / MEGABYTE:.0f} MB", ROWS / took, "row/s", bar)
                grown = _peak - before
                yield Figure(f"memory that the process grew by meanwhile, {form}", grown, "MB", at_most=MOST_GROWTH)


_peak = 0.0


def _memory() -> float:
    return float(psutil.Process().memory_info().rss) / MEGABYTE


async def _highest() -> None:
    global _peak  # noqa: PLW0603 - one watcher at a time
    _peak = 0.0
    while True:
        _peak = max(_peak, _memory())
        await asyncio.sleep(0.05)


async def _furnish(dsn: str) -> None:
    library, kind = Library(), KINDS["organisation"]
    states = [library.organisation(status="active") for _ in range(DIFFERENT)]
    documents = [packed(document(kind, each)) for each in states]
    session = await asyncpg.connect(dsn)
    try:
        await session.execute(
            "INSERT INTO organisation (id, version, doc, valid_from) SELECT gen_random_uuid(), 1, doc::jsonb, $2"
            " FROM unnest($1::text[]) AS doc, generate_series(1, $3)",
            documents,
            moment(states[0]["changed_at"]),
            ROWS // DIFFERENT,
        )
        await session.execute("ANALYZE organisation")
    finally:
        await session.close()


async def _written(exports: Exports, form: str, asked: bytes = b"") -> int:
    """The bytes of the file; the reader takes everything at once and keeps nothing."""
    size, status = 0, 0

    async def receive() -> dict[str, Any]:
        if not size and not status:
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.sleep(3600)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        nonlocal size, status
        status = message.get("status", status)
        size += len(message.get("body", b""))

    scope = {"type": "http", "method": "GET", "path": f"/exports/organisations.{form}", "query_string": asked}
    await exports({**scope, "headers": []}, receive, send)
    if status != httpx.codes.OK:
        raise Wrong(f"the export answered {status}")
    return size
