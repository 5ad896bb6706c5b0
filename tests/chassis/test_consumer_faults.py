"""Whatever is killed or frozen, every acknowledged change has its effect once, with no hand on it."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from uuid import UUID

import pytest

from korpu_local.databases import connection
from korpu_local.home import Home
from korpu_local.programs import Program
from tests.chassis.breakage import Stack, everything_counted_once, freeze, people_at_work, thaw
from tests.chassis.conftest import numbers
from tests.chassis.wire import Wire, things

pytestmark = [pytest.mark.fault, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    stack = Stack(Home(tmp_path_factory.mktemp("breakage")))
    yield stack
    stack.stop()


@pytest.fixture
async def wire(stack: Stack) -> AsyncIterator[Wire]:
    name = f"wire{next(numbers)}"
    async with connection(stack.server) as session:
        await session.execute(f'CREATE DATABASE "{name}"')
    laid = Wire(stack.server.dsn(name), stack.broker.kafka(f"{name}."))
    await laid.lay()
    yield laid
    await laid.database.close()


@pytest.fixture
def workers(stack: Stack, wire: Wire) -> Iterator[dict[str, Program]]:
    """Two relays and two consumers, so that another one can take over."""
    started = {f"{role} {n}": stack.worker(role, wire, n) for role in ("relay", "consume") for n in (1, 2)}
    for worker in started.values():
        worker.start()
    yield started
    for worker in started.values():
        worker.stop()
    for program in (*started.values(), stack.kafka.program):
        print(f"{program.name} said last:\n{program.last_words(40)}")  # noqa: T201 -- shown when the test fails


Breaking = Callable[[Stack, dict[str, Program]], Awaitable[None]]


async def the_broker_is_killed(stack: Stack, _: dict[str, Program]) -> None:
    stack.kafka.program.kill()
    await asyncio.to_thread(stack.kafka.ensure)


async def the_broker_is_frozen(stack: Stack, _: dict[str, Program]) -> None:
    freeze(stack.kafka.program)
    await asyncio.sleep(12)
    thaw(stack.kafka.program)


async def the_database_is_killed(stack: Stack, _: dict[str, Program]) -> None:
    stack.postgres.program.kill()
    await asyncio.to_thread(stack.postgres.ensure)


async def the_database_is_frozen(stack: Stack, _: dict[str, Program]) -> None:
    freeze(stack.postgres.program)
    await asyncio.sleep(12)
    thaw(stack.postgres.program)


async def the_broker_is_away_for_a_minute_and_the_database_for_half_of_it(stack: Stack, _: dict[str, Program]) -> None:
    stack.kafka.program.kill()
    await asyncio.sleep(30)
    stack.postgres.program.kill()
    await asyncio.sleep(30)
    await asyncio.to_thread(stack.postgres.ensure)
    await asyncio.to_thread(stack.kafka.ensure)


async def every_process_is_killed_again_and_again(_: Stack, workers: dict[str, Program]) -> None:
    for _turn in range(3):
        for worker in workers.values():
            await asyncio.sleep(random.uniform(0, 0.3))  # noqa: S311
            worker.kill()
            worker.start()
        await asyncio.sleep(2)


async def one_of_each_is_frozen_until_the_others_have_taken_over(_: Stack, workers: dict[str, Program]) -> None:
    for name in ("relay 1", "consume 1"):
        freeze(workers[name])
    await asyncio.sleep(25)
    for name in ("relay 1", "consume 1"):
        thaw(workers[name])


async def one_of_each_is_killed_for_good(_: Stack, workers: dict[str, Program]) -> None:
    for name in ("relay 1", "consume 1"):
        workers[name].kill()


async def the_order_to_stop_comes_in_the_middle_of_the_work(_: Stack, workers: dict[str, Program]) -> None:
    for name in ("relay 1", "consume 1"):
        before = asyncio.get_running_loop().time()
        await asyncio.to_thread(workers[name].stop)
        assert asyncio.get_running_loop().time() - before < 15


@pytest.mark.parametrize(
    "breaks",
    [
        the_broker_is_killed,
        the_broker_is_frozen,
        the_database_is_killed,
        the_database_is_frozen,
        the_broker_is_away_for_a_minute_and_the_database_for_half_of_it,
        every_process_is_killed_again_and_again,
        one_of_each_is_frozen_until_the_others_have_taken_over,
        one_of_each_is_killed_for_good,
        the_order_to_stop_comes_in_the_middle_of_the_work,
    ],
    ids=lambda breaks: breaks.__name__,
)
async def test_every_change_counts_once_although(
    breaks: Breaking, stack: Stack, wire: Wire, workers: dict[str, Program]
) -> None:
    acknowledged: dict[UUID, int] = {}
    some = things(10)

    async with people_at_work(wire, some, acknowledged):
        await wire.heard(50, 90)
        await breaks(stack, workers)
        await asyncio.sleep(1)

    await everything_counted_once(wire, acknowledged)
