"""When those begin who have to wait: by rounds of who they are, one at a time, after all others."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from typing import Final, Protocol

GAP: Final = 0.05
"""Seconds between two that begin while others do: what a stranger asks costs some two milliseconds."""
FREE_GAP: Final = 0.002


class Closable(Protocol):
    """A connection that says when it is closed."""

    def at_loss(self, act: Callable[[], None] | None) -> None:
        """Act then, at once if it is already; None: no more."""


class Throttle:
    """Lets one begin after the other, and slowly for as long as others begin too."""

    def __init__(self, gap: float = GAP) -> None:
        self._gap = gap
        self._waiting: OrderedDict[Hashable, deque[asyncio.Future[bool]]] = OrderedDict()
        self._next: asyncio.TimerHandle | None = None
        self._others = float("-inf")

    def others(self) -> None:
        """Somebody begins who has not to wait."""
        self._others = asyncio.get_running_loop().time()

    async def begin(self, who: Hashable, connection: Closable) -> bool:
        """Wait for one's time; false when the connection was closed before."""
        mine: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(who, deque()).append(mine)

        def leave() -> None:
            if not mine.done():
                mine.set_result(False)

        connection.at_loss(leave)
        self._wait()
        try:
            return await mine
        finally:
            connection.at_loss(None)

    def _wait(self) -> None:
        if self._next is None and self._waiting:
            loop = asyncio.get_running_loop()
            others = loop.time() - self._others < self._gap
            self._next = loop.call_later(self._gap if others else FREE_GAP, self._let_one)

    def _let_one(self) -> None:
        self._next = None
        while self._waiting:
            who, asked = self._waiting.popitem(last=False)
            first = asked.popleft()
            if asked:
                self._waiting[who] = asked
            if not first.done():
                first.set_result(True)
                break
        self._wait()
