"""Work that any caller may cause: in slices, by turns of callers, and within a share of the processor."""

import asyncio
import time
from typing import Any

import pytest

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller
from korpu_gateway.reads.cooperative import SLICE, checkpoint, cooperatively
from korpu_gateway.reads.fair_queue import AT_ONCE, MOST_WAITING, MOST_WAITING_OF_ONE, FairQueue
from korpu_gateway.reads.processor_shares import ALONE, OF_ONE, TOGETHER
from korpu_gateway.reads.refused import Busy

OURSELVES, STRANGER = Caller.of(Principal("officer-1")), Caller.of(Principal.anonymous, "192.0.2.1")


def busy(seconds: float, done: list[Any] | None = None, name: Any = None) -> Any:
    """Work that takes processor time; what the loop does between two slices is not counted."""

    def work() -> None:
        spent = 0.0
        while spent < seconds:
            began = time.thread_time()
            sum(range(1_000))
            spent += time.thread_time() - began
            checkpoint()
        if done is not None:
            done.append(name)

    return work


async def test_long_work_gives_the_loop_back_at_its_checkpoints() -> None:
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count())
    await cooperatively(busy(20 * SLICE))
    counting.cancel()

    assert turns >= 3


async def test_work_that_is_given_up_ends() -> None:
    ended = []

    def work() -> None:
        try:
            while True:
                checkpoint()
        finally:
            ended.append(True)

    task = asyncio.create_task(cooperatively(work))
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])

    assert ended == [True]


async def test_an_error_in_long_work_reaches_who_asked() -> None:
    with pytest.raises(ZeroDivisionError):
        await cooperatively(lambda: 1 // 0)


async def test_a_flood_of_one_caller_shuts_nobody_else_out() -> None:
    queue = FairQueue()
    done: list[Any] = []
    flood = [asyncio.create_task(queue.work(STRANGER, busy(0.002, done, "flood"))) for _ in range(40)]
    await asyncio.sleep(0)

    await asyncio.gather(
        queue.work(OURSELVES, busy(0.001, done, "signed in")),
        queue.work(Caller.of(Principal.anonymous, "192.0.2.2"), busy(0.001, done, "another address")),
    )
    told = await asyncio.gather(*flood, return_exceptions=True)

    assert {"signed in", "another address"} <= set(done[: AT_ONCE + 4])
    assert sum(isinstance(each, Busy) for each in told) == 40 - MOST_WAITING_OF_ONE - AT_ONCE


async def test_a_full_queue_makes_room_for_who_has_less_waiting() -> None:
    queue = FairQueue()
    crowd = [Caller.of(Principal.anonymous, f"192.0.2.{n % 4}") for n in range(MOST_WAITING + AT_ONCE)]
    flood = [asyncio.create_task(queue.work(each, busy(0.0005))) for each in crowd]
    await asyncio.sleep(0)

    await queue.work(Caller.of(Principal.anonymous, "198.51.100.1"), busy(0.0005))

    told = await asyncio.gather(*flood, return_exceptions=True)
    assert sum(isinstance(each, Busy) for each in told) == 1


async def test_who_waits_too_long_or_leaves_is_forgotten_and_no_place_is_lost() -> None:
    queue, gate = FairQueue(patience=0.05), asyncio.Event()

    async def hold() -> None:
        async with queue._turn(STRANGER):  # noqa: SLF001 -- a place that is kept
            await gate.wait()

    holding = [asyncio.create_task(hold()) for _ in range(AT_ONCE)]
    await asyncio.sleep(0)
    left = asyncio.create_task(queue.work(STRANGER, busy(0)))
    await asyncio.sleep(0)
    left.cancel()
    with pytest.raises(Busy):
        await queue.work(OURSELVES, busy(0))
    gate.set()
    await asyncio.gather(*holding)

    await asyncio.gather(*(queue.work(OURSELVES, busy(0)) for _ in range(10)))
    assert queue._running == 0  # noqa: SLF001


async def spent(queue: FairQueue, caller: Caller, seconds: float, *, answered: Caller | None) -> tuple[float, float]:
    """What one caller's work took of the processor in so many seconds, while somebody else is answered or nobody is."""
    began, taken = time.monotonic(), 0.0
    while (passed := time.monotonic() - began) < seconds:
        if answered:
            queue.served(answered)
        await queue.work(caller, busy(0.02))
        taken += 0.02
    return taken, passed


@pytest.mark.parametrize(("caller", "other"), [(STRANGER, OURSELVES), (OURSELVES, STRANGER)])
async def test_who_sends_unknown_documents_gets_a_small_share_while_others_are_answered(
    caller: Caller, other: Caller
) -> None:
    share = OF_ONE[caller.stranger]

    taken, passed = await spent(FairQueue(), caller, 3, answered=other)

    assert taken <= share.burst + share.of_each_second * passed + 0.025


async def test_who_is_alone_gets_half_of_a_processor_though_known_operations_are_their_own() -> None:
    taken, passed = await spent(FairQueue(), STRANGER, 1, answered=STRANGER)
    alone, quiet = await spent(FairQueue(), STRANGER, 1, answered=None)

    assert taken <= TOGETHER[True].burst + TOGETHER[True].of_each_second * passed + 0.025
    assert taken < alone <= ALONE.burst + ALONE.of_each_second * quiet + 0.025
    assert alone > 0.2


async def test_many_strangers_have_no_more_together_than_their_share() -> None:
    queue, taken, began = FairQueue(), 0.0, time.monotonic()
    for n in range(20):
        queue.served(OURSELVES)
        await queue.work(Caller.of(Principal.anonymous, f"192.0.2.{n}"), busy(0.02))
        taken += 0.02

    together = TOGETHER[True]
    assert taken <= together.burst + together.of_each_second * (time.monotonic() - began) + 0.025


async def test_who_has_to_pay_first_holds_no_place_from_who_has_not() -> None:
    queue, done = FairQueue(), list[Any]()
    queue.served(OURSELVES)
    await queue.work(STRANGER, busy(0.3))
    queue.served(OURSELVES)
    debtors = [asyncio.create_task(queue.work(STRANGER, busy(0.001, done, "debtor"))) for _ in range(AT_ONCE + 1)]
    await asyncio.sleep(0)

    await queue.work(Caller.of(Principal.anonymous, "192.0.2.2"), busy(0.001, done, "another address"))

    assert done == ["another address"]
    for each in debtors:
        each.cancel()
    await asyncio.wait(debtors)
    assert queue._running == 0  # noqa: SLF001
