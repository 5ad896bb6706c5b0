"""What must be true afterwards: the owner, its audit, the read model and the history tell the same."""

import asyncio
import time
from typing import Any

import asyncpg

from korpu_local.stack import Stack
from tests.faults.people import People

PATIENCE = 90  # `make bench ARGS=recovery` holds it against the bar; a busy machine may take longer to be right


async def some_work(people: People, of: int = 4) -> None:
    """Wait until everybody has got something done since now."""
    async with asyncio.timeout(PATIENCE):
        while len(people.acknowledged) < of:  # noqa: ASYNC110 -- it is done by other processes
            await asyncio.sleep(0.1)
        before = dict(people.acknowledged)
        while any(people.acknowledged[each] < version + 2 for each, version in before.items()):  # noqa: ASYNC110
            await asyncio.sleep(0.1)


async def owner_and_readers_agree(product: Stack, people: People) -> None:
    """Each partner has as many versions as were acknowledged, in the owner, its audit, the read model, the history."""
    owner, gateway = product.parts.databases["partners"], product.parts.databases["gateway"]
    kept = {row["id"]: row["version"] for row in await rows(owner, "SELECT id, version FROM organisation")}
    audit = await rows(
        owner, "SELECT aggregate_id AS id, array_agg(version ORDER BY version) AS v FROM audit GROUP BY 1"
    )
    expected = {each: list(range(1, version + 1)) for each, version in kept.items()}

    assert {each: kept[each] for each in people.changed} == people.changed
    assert {row["id"]: row["v"] for row in audit} == expected
    await agrees(gateway, "SELECT id, version FROM organisation", kept)
    history = (
        "SELECT id, array_agg(version ORDER BY version) AS version FROM history WHERE kind = 'organisation' GROUP BY 1"
    )
    await agrees(gateway, history, expected)


async def readers_have_what_the_owner_has(product: Stack) -> None:
    """Wait until the read model has every version that the owner has now, while work goes on."""
    query = "SELECT id, version FROM organisation"
    kept = {row["id"]: row["version"] for row in await rows(product.parts.databases["partners"], query)}
    async with asyncio.timeout(PATIENCE):
        while True:
            read = {row["id"]: row["version"] for row in await rows(product.parts.databases["gateway"], query)}
            if all(read.get(each, 0) >= version for each, version in kept.items()):
                return
            await asyncio.sleep(0.05)


async def agrees(dsn: str, query: str, expected: dict[Any, Any]) -> None:
    """Within the time allowed the readers have what the owner has."""
    deadline = time.monotonic() + PATIENCE
    while (found := {row["id"]: row["version"] for row in await rows(dsn, query)}) != expected:
        assert time.monotonic() < deadline, {each: (expected[each], found.get(each)) for each in expected}
        await asyncio.sleep(0.1)


async def rows(dsn: str, query: str, *given: Any) -> list[Any]:
    """What a database answers."""
    session = await asyncpg.connect(dsn)
    try:
        return list(await session.fetch(query, *given))
    finally:
        await session.close()
