"""What the portal's questions cost as the archive grows, server and database together: `KORPU_GROWTH=1,10,30`."""

import os
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import orjson
import psutil

from korpu_local.tokens import Caller, Issuer
from tests.benchmarks.archive import furnished, grow, keep
from tests.benchmarks.asking import Question, ask, worked
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.benchmarks.reads import BACKENDS, NESTED, SINGLE, serving

TIMES = tuple(int(each) for each in os.environ.get("KORPU_GROWTH", "1,10").split(","))
AT_MOST = {10: 50.0, 100: 200.0}
"""Milliseconds that any question of the portal may take."""
FOR_EACH, MOST = 2.0, 300
"""Seconds for which a question is asked again and again, and how often at most."""
NARROW = "edges { node { id code status title { text } } }"


@dataclass(frozen=True)
class Asked:
    """A question of the portal, who asks it, and with what."""

    what: str
    text: str
    variables: Sequence[dict[str, Any]] = ({},)
    caller: dict[str, Any] = field(default_factory=lambda: {"role": "officer"})


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Let an archive grow, and ask the same questions of it each time."""
    office = furnished()
    async with ground.wire() as wire:
        ground.migrate("gateway", wire)
        await keep(wire.dsn, office)
        had = 1
        for times in TIMES:
            begun = time.perf_counter()
            await grow(wire.dsn, had, times)
            had = times
            session = await asyncpg.connect(wire.dsn)
            size = await session.fetchval("SELECT pg_database_size(current_database()) / 1e6::float8")
            asked = await questions(session)
            yield Figure(f"× {times}: the read model, grown in {time.perf_counter() - begun:.0f} s", size, "MB")
            async with serving(ground, wire) as (port, process, issuer):
                for each in asked:
                    async for figure in _measured(each, session, port, process, issuer, times):
                        yield figure
            await session.close()


async def _measured(
    asked: Asked, session: asyncpg.Connection, port: int, process: psutil.Process, issuer: Issuer, times: int
) -> AsyncIterator[Figure]:
    token = issuer.token(Caller(**asked.caller))
    ready = [Question(asked.text, each, token) for each in asked.variables]
    begun = time.perf_counter()
    await ask(port, ready[:1] * 2, 1)
    many = max(3, min(MOST, int(FOR_EACH / max(0.001, (time.perf_counter() - begun) / 2))))
    backends = [psutil.Process(row["pid"]) for row in await session.fetch(BACKENDS)]
    before, behind, begun = worked(process), sum(map(worked, backends)), time.perf_counter()
    answers = await ask(port, [ready[place % len(ready)] for place in range(many)], 1)
    took = 1000 * (time.perf_counter() - begun) / many
    server, database = worked(process) - before, sum(map(worked, backends)) - behind
    for answer in answers:
        if b'"errors"' in answer[:200]:
            raise Wrong(f"{asked.what}: {orjson.loads(answer)['errors'][0]}")
    yield Figure(f"× {times}, {asked.what}", took, "ms", at_most=AT_MOST.get(times))
    parts = f"  gateway {1e6 * server / many:,.0f} + PostgreSQL {1e6 * database / many:,.0f} µs"
    yield Figure(parts, 1e6 * (server + database) / many, "µs")


async def questions(session: asyncpg.Connection) -> list[Asked]:
    """What a portal asks most: pages, counts, searches, one's own."""
    places = await session.fetch("SELECT sort, id FROM organisation TABLESAMPLE BERNOULLI (5) LIMIT 300")
    ids = await session.fetch("SELECT id FROM agreement TABLESAMPLE BERNOULLI (5) LIMIT 300")
    person = await session.fetchval("SELECT person_id FROM mobility LIMIT 1")
    counts = " ".join(
        f"c{place}: agreements(first: 0, filter: {{status: {status}}}) {{ totalCount }}"
        for place, status in enumerate(("DRAFT", "IN_FORCE", "EXPIRING", "EXPIRED", "TERMINATED"))
    )
    page = f"{{ totalCount {NARROW} }}"
    coordinator = {"role": "faculty_coordinator", "units": ("philology",)}
    return [
        Asked("list 50 × 5 × 5", NESTED, [{"after": f"{row['sort']}|{row['id']}"} for row in places]),
        Asked("single object", SINGLE, [{"id": f"agreement:{row['id']}"} for row in ids]),
        Asked("filter and count", f"{{ agreements(first: 50, filter: {{status: IN_FORCE}}) {page} }}"),
        Asked("rarer status and count", f"{{ agreements(first: 50, filter: {{status: TERMINATED}}) {page} }}"),
        Asked("a status without any", f"{{ agreements(first: 50, filter: {{status: ANNULLED}}) {page} }}"),
        Asked(
            "two conditions and count",
            f'{{ agreements(first: 50, filter: {{status: EXPIRING, unit: "philology"}}) {page} }}',
        ),
        Asked("count by status", f"{{ {counts} }}"),
        Asked("count of all stays", "{ mobilities(first: 0) { totalCount } }"),
        Asked(
            "search",
            f"query S($words: String) {{ agreements(first: 50, filter: {{search: $words}}) {page} }}",
            [{"words": f"memorandum {number} 7700000"} for number in (17, 1234, 4321)],
        ),
        Asked("as of, count", '{ agreements(first: 0, asOf: "2025-11-23T00:00:00Z") { totalCount } }'),
        Asked(
            "as of, page and count of a status",
            f'{{ agreements(first: 50, asOf: "2025-11-23T00:00:00Z", filter: {{status: DRAFT}}) {page} }}',
        ),
        Asked("translations", "{ translations(first: 50) { totalCount nodes { code field language state } } }"),
        Asked(
            "a student's own stays",
            "{ mobilities(first: 50) { totalCount nodes { id code status } } }",
            caller={"role": "student", "person_id": str(person)},
        ),
        Asked(
            "a faculty's stays and count",
            "{ mobilities(first: 50) { totalCount nodes { id code status } } }",
            caller=coordinator,
        ),
        Asked("a page in another order", f"{{ agreements(first: 50, orderBy: {{by: ENDS}}) {{ {NARROW} }} }}"),
    ]
