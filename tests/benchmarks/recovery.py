"""How long after a fault people work on and read what they did, with no hand on it."""

import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

from korpu_local.home import Home
from korpu_local.programs import inherited
from korpu_local.stack import Stack
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.faults.agreement import (
    PATIENCE,
    owner_and_readers_agree,
    readers_have_what_the_owner_has,
    rows,
    some_work,
)
from tests.faults.breaking import FAULTS, Breaking
from tests.faults.own import own_product
from tests.faults.people import at_work

TOPIC, LOST = "partners.organisations.v1", 3


async def figures(_: Ground) -> AsyncIterator[Figure]:
    """Break a product of its own in every way, one after the other."""
    home = Path(tempfile.mkdtemp(prefix="recovery-"))
    opened = own_product(Home(home))
    product = await asyncio.to_thread(opened.__enter__)
    try:
        for breaks in FAULTS:
            seconds = await recovery(product, breaks)
            yield Figure(f"recovery: {breaks.__name__.replace('_', ' ')}", seconds, "s", at_most=30)
        named, back, of = await reconciliation(product)
        yield Figure(f"reconciliation: {LOST} of {of:,} partners that were lost are named", named, "s", at_most=60)
        yield Figure("  and are back, said again by a command", back, "s", at_most=60)
    finally:
        await asyncio.to_thread(opened.__exit__, None, None, None)
        shutil.rmtree(home)


async def reconciliation(product: Stack) -> tuple[float, float, int]:
    """Seconds until what the read model lost is named, and until it is back; and how many partners there are."""
    gateway = product.parts.databases["gateway"]
    [count] = await rows(gateway, "SELECT count(*) AS of FROM organisation")
    lost = "DELETE FROM organisation WHERE id IN (SELECT id FROM organisation ORDER BY id LIMIT $1) RETURNING id"
    ids = {str(row["id"]) for row in await rows(gateway, lost, LOST)}
    begin = time.monotonic()
    await command(product, "inventory")
    different = "SELECT key FROM reconciliation_difference WHERE topic = $1"
    await until(gateway, lambda found: {row["key"] for row in found} == ids, different, TOPIC)
    named = time.monotonic()
    for each in ids:
        await command(product, "republish", "--topic", TOPIC, "--id", each)
    held = "SELECT id FROM organisation WHERE id = ANY($1::uuid[])"
    await until(gateway, lambda found: len(found) == LOST, held, list(ids))
    return named - begin, time.monotonic() - named, count["of"]


async def command(product: Stack, *words: str) -> None:
    """Let an operator give a command of partners."""
    environment = {**inherited(), **product.environment("partners", "work")}
    done = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "korpu_partners", *words, env=environment, stdout=asyncio.subprocess.DEVNULL
    )
    if await done.wait():
        raise Wrong(f"{' '.join(words)} ended with {done.returncode}")


async def until(dsn: str, right: Callable[[Sequence[Any]], bool], query: str, *given: Any) -> None:
    """Wait until what a database answers is right."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not right(await rows(dsn, query, *given)):  # noqa: ASYNC110 -- it is done by other processes
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise Wrong(f"within {PATIENCE} s it did not come right: {query}") from None


async def recovery(product: Stack, breaks: Breaking) -> float:
    """Seconds from the end of the fault until everybody has got something done and all of it can be read."""
    try:
        async with at_work(product) as people:
            await some_work(people)
            await breaks(product)
            begin = time.monotonic()
            await some_work(people)
            await readers_have_what_the_owner_has(product)
            seconds = time.monotonic() - begin
        await owner_and_readers_agree(product, people)
    except AssertionError as wrong:
        raise Wrong(f"after {breaks.__name__} something was missing or doubled: {wrong}") from None
    return seconds
