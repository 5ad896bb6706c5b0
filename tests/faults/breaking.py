"""The ways in which a product is broken; nobody repairs anything but the product itself."""

import asyncio
from collections.abc import Awaitable, Callable

from korpu_local.programs import Program
from korpu_local.stack import Stack
from tests.chassis.breakage import freeze, thaw

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


FAULTS: list[Breaking] = [
    the_broker_is_killed,
    the_broker_hangs,
    the_database_is_killed,
    the_database_hangs,
    each_process_on_the_way_is_killed_twice,
    each_process_on_the_way_hangs,
    each_process_is_told_to_stop,
    everything_is_killed_at_once,
]
