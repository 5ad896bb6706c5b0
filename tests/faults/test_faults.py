"""Whatever breaks: each acknowledged change is in its owner once, and once in what people read; no hand on it."""

import asyncio
import time

import pytest

from korpu_local.stack import Stack
from tests.faults.agreement import PATIENCE, owner_and_readers_agree, some_work
from tests.faults.breaking import FAULTS, Breaking, hangs
from tests.faults.people import at_work

pytestmark = [pytest.mark.fault, pytest.mark.timeout(400)]


@pytest.mark.parametrize("breaks", FAULTS, ids=lambda breaks: breaks.__name__)
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
