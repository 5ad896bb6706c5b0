"""The whole product as journeys and fault tests have it."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx

from korpu_chassis.clock import FileClock
from korpu_local.stack import Stack

QUERY = {"query": "{ organisations { totalCount } }"}


async def test_the_gateway_of_a_fresh_product_answers_that_it_is_empty(product: Stack) -> None:
    async with httpx.AsyncClient(base_url=product.gateway_url) as portal:
        answer = await portal.post("/graphql", json=QUERY, headers={"authorization": f"Bearer {product.token('head')}"})

    assert answer.json() == {"data": {"organisations": {"totalCount": 0}}}


async def test_a_killed_process_is_back_with_no_hand_on_it(product: Stack) -> None:
    worker = product.process("partners", "work")
    killed = worker.process

    worker.kill()

    await asyncio.to_thread(product.recover)
    assert worker.process != killed


async def test_the_clock_of_a_product_is_its_own(product: Stack) -> None:
    product.move_clock(datetime(2031, 3, 20, 9, 0, tzinfo=UTC))

    moved = FileClock(product.clock_file).now()

    product.clock_file.unlink()
    assert abs(moved - datetime(2031, 3, 20, 9, 0, tzinfo=UTC)) < timedelta(seconds=5)
