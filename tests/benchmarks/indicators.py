"""How long a report over ten years and 100,000 stays takes at the door of its owner, and that it is the same."""

import time
from collections.abc import AsyncIterator, Mapping, Sequence

import asyncpg
import httpx

from korpu_gateway.indicators.definitions import indicators
from korpu_gateway.indicators.engine import Engine
from korpu_gateway.indicators.figures import Figures
from korpu_gateway.readmodel.documents import document, packed
from korpu_gateway.readmodel.pool import reading_pool
from korpu_gateway.types import KINDS
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.gateway.indicators.world import World, furnish
from tests.gateway.library import moment

KEY = "the key of the bench, and of nothing else"
STAYS, SLOWEST = 100_000, 5.0
QUESTION = {"from": "2016-01-01", "to": "2025-12-31", "as_of": "2026-11-30"}
COPIED = """
    INSERT INTO history (kind, id, epoch, version, fact, change, doc, valid_from, valid_to)
    SELECT h.kind, md5(h.id::text || copy)::uuid, 0, h.version, h.fact, h.change, h.doc, h.valid_from, h.valid_to
    FROM history h, generate_series(2, $1) AS copy WHERE h.kind = 'mobility'
"""


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Ask for every indicator, by one dimension each, of an office that has all its versions."""
    async with ground.wire() as wire:
        ground.migrate("gateway", wire)
        stays = await _furnish(wire.dsn)
        by = {code: each.dimensions[0].code for code, each in indicators().items()}
        report = [{"code": code, "by": [dimension]} for code, dimension in by.items()]
        async with reading_pool(wire.dsn, 2) as pool, _client(Figures(pool, Engine(), KEY)) as client:
            first, took = await _asked(client, report)
            second, again = await _asked(client, report)
            if first != second:
                raise Wrong("the same question had other bytes")
            what = f"report of {len(report)} indicators over 10 years, {stays:,} stays in 3 versions each"
            yield Figure(what, took, "s", at_most=SLOWEST)
            yield Figure("  asked again, the same bytes", again, "s", at_most=SLOWEST)
            yield Figure("  size of the answer, with all things behind it", len(first) / 1024 / 1024, "MB")


def _client(door: Figures) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(door), base_url="http://gateway", timeout=60)


async def _asked(client: httpx.AsyncClient, report: Sequence[Mapping[str, object]]) -> tuple[bytes, float]:
    began = time.perf_counter()
    headers = {"authorization": f"Bearer {KEY}"}
    response = await client.post("/internal/figures", json={"indicators": report, **QUESTION}, headers=headers)
    took = time.perf_counter() - began
    if response.status_code != httpx.codes.OK:
        raise Wrong(f"the report answered {response.status_code}: {response.text[:200]}")
    return response.content, took


async def _furnish(dsn: str) -> int:
    """An office of some thousand things, whose stays are there many times over."""
    world = furnish(7, many=500)
    session = await asyncpg.connect(dsn)
    try:
        for kind in world.versions:
            await _remember(session, kind, world)
        known = len(world.states["mobility"])
        await session.execute(COPIED, STAYS // known)
        await session.execute("VACUUM ANALYZE")
        return int(await session.fetchval("SELECT count(DISTINCT id) FROM history WHERE kind = 'mobility'"))
    finally:
        await session.close()


async def _remember(session: asyncpg.Connection, kind: str, world: World) -> None:
    told = sorted(world.versions[kind], key=lambda each: (each["id"], each["version"]))
    rows = []
    for place, state in enumerate(told):
        following = told[place + 1] if place + 1 < len(told) and told[place + 1]["id"] == state["id"] else None
        until = moment(following["changed_at"]) if following else None
        doc = packed(document(KINDS[kind], state))
        rows.append((kind, state["id"], 0, state["version"], "said", "{}", doc, moment(state["changed_at"]), until))
    columns = ["kind", "id", "epoch", "version", "fact", "change", "doc", "valid_from", "valid_to"]
    await session.copy_records_to_table("history", records=rows, columns=columns)
