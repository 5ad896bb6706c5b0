"""Long work in short slices: it pauses at its own checkpoints, so that the event loop serves others in between."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextvars import copy_context
from typing import Any, TypeVar

from greenlet import getcurrent, greenlet
from typing_extensions import override

T = TypeVar("T")
SLICE = 0.001
"""Seconds that work holds the loop at a time: a tenth of what an ordinary read takes from question to answer."""

Pause = Callable[[float, bool], Awaitable[None]]
"""Is told how many processor seconds a slice took, and whether it was the last."""


class _Work(greenlet):  # type: ignore[misc] # greenlet has no types
    """One piece of work; it runs on a stack of its own, so that it can stop in the midst of a library's walk."""

    until = 0.0

    @override
    def switch(self, *args: Any) -> Any:
        self.until = time.perf_counter() + SLICE
        return super().switch(*args)


def checkpoint() -> None:
    """Pause here when the slice is over; outside of such work it does nothing."""
    work = getcurrent()
    if isinstance(work, _Work) and time.perf_counter() > work.until and work.parent is not None:
        work.parent.switch()


async def _yield(_: float, over: bool) -> None:  # noqa: FBT001 - a pause, as `Pause` has it
    if not over:
        await asyncio.sleep(0)


async def cooperatively(function: Callable[[], T], pause: Pause = _yield) -> T:
    """The function's answer; `pause` is awaited after each slice."""
    work = _Work(function)
    work.gr_context = copy_context()
    try:
        while True:
            began = time.thread_time()
            answer: T = work.switch()
            await pause(time.thread_time() - began, work.dead)
            if work.dead:
                return answer
    finally:
        if not work.dead:
            work.throw()
