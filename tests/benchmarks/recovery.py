"""How long after a fault people work on and read what they did, with no hand on it."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

from korpu_local.home import Home
from korpu_local.stack import Stack
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.faults.agreement import owner_and_readers_agree, readers_have_what_the_owner_has, some_work
from tests.faults.breaking import FAULTS, Breaking
from tests.faults.own import own_product
from tests.faults.people import at_work


async def figures(_: Ground) -> AsyncIterator[Figure]:
    """Break a product of its own in every way, one after the other."""
    home = Path(tempfile.mkdtemp(prefix="recovery-"))
    opened = own_product(Home(home))
    product = await asyncio.to_thread(opened.__enter__)
    try:
        for breaks in FAULTS:
            seconds = await recovery(product, breaks)
            yield Figure(f"recovery: {breaks.__name__.replace('_', ' ')}", seconds, "s", at_most=30)
    finally:
        await asyncio.to_thread(opened.__exit__, None, None, None)
        shutil.rmtree(home)


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
