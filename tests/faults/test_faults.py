"""Whatever breaks: each acknowledged change is in its owner once, and once in what people read; no hand on it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from korpu_local.programs import Program
from korpu_local.stack import Stack
from tests.chassis.breakage import freeze, thaw
from tests.faults.people import People, at_work

pytestmark = [pytest.mark.fault, pytest.mark.timeout(400)]
PATIENCE = 90  # `make bench ARGS=recovery` holds it against the bar; a busy machine may take longer to be right
WAY = [
    ("partners", "serve"),
    ("partners", "work"),
    ("gateway", "serve"),
    ("gateway", "consume"),
]

Breaking = Callable[[Stack], Awaitable[None]]


async def the_broker_is_killed(product: Stack) -> None:
    product.programs["kafka"].kill()


async def the_broker_hangs(product: Stack) -> None:
    await hangs(product.programs["kafka"], 12)


async def the_database_is_killed(product: Stack) -> None:
    product.programs["postgres"].kill()


async def the_database_hangs(product: Stack) -> None:
    await hangs(product.programs["postgres"], 12)


async def each_process_on_the_way_is_killed_twice(product: Stack) -> None:
    for service, role in WAY * 2:
        product.process(service, role).kill()
        await asyncio.sleep(1.5)


async def each_process_on_the_way_hangs(product: Stack) -> None:
    for service, role in WAY:
        await hangs(product.process(service, role), 3)


async def each_process_is_told_to_stop(product: Stack) -> None:
    for service, role in WAY:
        process = product.process(service, role).process
        assert process is not None
        process.terminate()
        await asyncio.to_thread(process.wait, 20)


async def everything_is_killed_at_once(product: Stack) -> None:
    for program in product.programs.values():
        program.kill()


async def hangs(program: Program, seconds: float) -> None:
    freeze(program)
    await asyncio.sleep(seconds)
    thaw(program)


@pytest.mark.parametrize(
    "breaks",
    [
        the_broker_is_killed,
        the_broker_hangs,
        the_database_is_killed,
        the_database_hangs,
        each_process_on_the_way_is_killed_twice,
        each_process_on_the_way_hangs,
        each_process_is_told_to_stop,
        everything_is_killed_at_once,
    ],
    ids=lambda breaks: breaks.__name__,
)
async def test_every_acknowledged_change_counts_once_although(breaks: Breaking, product: Stack) -> None:
    async with at_work(product) as people:
        await some_work(people)
        await breaks(product)
        await asyncio.to_thread(product.recover, PATIENCE)
        await some_work(people)

    await owner_and_readers_agree(product, people)


async def test_people_read_on_while_the_broker_is_away(product: Stack) -> None:
    async with at_work(product) as people:
        await some_work(people)
        before = time.monotonic()
        await hangs(product.programs["kafka"], 12)
        unanswered = [at for at in people.blind if at > before]
        await some_work(people)

    assert unanswered == []
    await owner_and_readers_agree(product, people)


async def test_people_read_on_while_an_owner_is_away(product: Stack) -> None:
    async with at_work(product) as people:
        await some_work(people)
        before = time.monotonic()
        product.process("partners", "serve").kill()
        product.process("partners", "work").kill()
        await asyncio.to_thread(product.recover, PATIENCE)
        unanswered = [at for at in people.blind if at > before]

    assert unanswered == []


async def some_work(people: People) -> None:
    """Wait until everybody has got something done since now."""
    async with asyncio.timeout(PATIENCE):
        while len(people.acknowledged) < 4:  # noqa: ASYNC110 -- it is done by other processes
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


async def agrees(dsn: str, query: str, expected: dict[Any, Any]) -> None:
    """Within the time allowed the readers have what the owner has."""
    deadline = time.monotonic() + PATIENCE
    while (found := {row["id"]: row["version"] for row in await rows(dsn, query)}) != expected:
        assert time.monotonic() < deadline, {each: (expected[each], found.get(each)) for each in expected}
        await asyncio.sleep(0.1)


async def rows(dsn: str, query: str) -> list[Any]:
    """What a database answers."""
    session = await asyncpg.connect(dsn)
    try:
        return list(await session.fetch(query))
    finally:
        await session.close()
