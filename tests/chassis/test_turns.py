"""Many who come at once do not keep the next one waiting: the loop comes back soon to who has just connected."""

import asyncio
import signal
from contextlib import AsyncExitStack

from korpu_chassis.http.turns import Turns
from tests.chassis.lines import line
from tests.chassis.started import Start, ask

CROWD = 150


async def test_so_many_begin_in_one_turn_in_the_order_in_which_they_came() -> None:
    turns, begun = Turns(at_once=2), list[int]()

    async def one(number: int) -> None:
        await turns.begin()
        begun.append(number)

    async def seen() -> list[int]:
        counts = []
        while len(begun) < 7:
            await asyncio.sleep(0)
            counts.append(len(begun))
        return counts

    watching = asyncio.create_task(seen())
    await asyncio.gather(*(one(number) for number in range(7)))

    counts = await watching
    assert begun == list(range(7))
    assert max(b - a for a, b in zip([0, *counts], counts, strict=False)) <= 2


async def test_who_asks_once_does_not_wait_for_all_that_another_asked_before() -> None:
    turns, begun = Turns(at_once=1), list[str]()

    async def one(caller: str) -> None:
        await turns.begin(caller)
        begun.append(caller)

    await asyncio.gather(*(one(caller) for caller in ("crowd",) * 20 + ("reader",)))

    assert begun.index("reader") <= 2
    assert len(begun) == 21


async def test_who_leaves_while_waiting_takes_no_turn() -> None:
    turns, begun = Turns(at_once=1), list[str]()

    async def one(name: str) -> None:
        await turns.begin()
        begun.append(name)

    tasks = [asyncio.create_task(one(name)) for name in ("first", "leaver", "last")]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    assert begun == ["first", "last"]


async def test_whether_a_process_lives_is_answered_before_a_crowd_that_came_first(start: Start, port: int) -> None:
    program = start("serve", port=str(port))
    program.until("http.listening")
    await asyncio.to_thread(ask, port, "/")
    async with AsyncExitStack() as stack:
        program.process.send_signal(signal.SIGSTOP)
        for _ in range(CROWD):
            each = await stack.enter_async_context(line(port))
            await each.says(b"GET /knead HTTP/1.1\r\nhost: bakery\r\n\r\n")
        prober = await stack.enter_async_context(line(port))
        await prober.says(b"GET /live HTTP/1.1\r\nhost: bakery\r\nconnection: close\r\n\r\n")
        program.process.send_signal(signal.SIGCONT)

        answer = await prober.rest()

    served = int(answer.partition(b"\r\n\r\n")[2].split(b"\r\n")[1])
    assert served < CROWD / 2
