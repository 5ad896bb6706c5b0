"""How many requests begin in one turn of the event loop: the loop comes back soon to who has just connected."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Hashable
from typing import Final

AT_ONCE: Final = 4
"""What begins costs about a millisecond, so that a turn stays a few milliseconds long."""


class Turns:
    """Lets so many begin in each turn of the loop: callers by rounds, and what one caller asks in its order.

    Whoever sends a hundred requests at once waits for the hundred, and not those who send one.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._begun = 0
        self._waiting: OrderedDict[Hashable, deque[asyncio.Future[None]]] = OrderedDict()

    async def begin(self, caller: Hashable = None) -> None:
        """Wait for a turn that is not full."""
        loop = asyncio.get_running_loop()
        if not self._begun:
            loop.call_soon(self._next)
        if self._begun < self._at_once:
            self._begun += 1
            return
        mine = loop.create_future()
        self._waiting.setdefault(caller, deque()).append(mine)
        await mine

    def _next(self) -> None:
        self._begun = 0
        while self._waiting and self._begun < self._at_once:
            caller, asked = self._waiting.popitem(last=False)
            first = asked.popleft()
            if asked:
                self._waiting[caller] = asked
            if not first.done():
                first.set_result(None)
                self._begun += 1
        if self._begun:
            asyncio.get_running_loop().call_soon(self._next)
