"""Work that any caller may cause: few pieces at a time, callers by turns, within a share of the processor."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from typing import Final, TypeVar

from korpu_chassis.identity.caller_limits import Caller, while_connected
from korpu_gateway.reads.cooperative import cooperatively
from korpu_gateway.reads.refused import Busy

T = TypeVar("T")
AT_ONCE: Final = 2
"""Pieces of work under way: one may be long, and the next need not wait for it."""
MOST_WAITING_OF_ONE: Final = 32
"""A portal's page that is new to us asks a dozen operations at once."""
MOST_WAITING: Final = 128
"""Of signed-in callers, and again of all others; when it is full, whoever has the most waiting gives way."""
PATIENCE: Final = 5.0
SHARE: Final = 0.15
"""Of one processor, in the long run: known operations keep the rest, whatever strangers send."""
BURST: Final = 0.3
"""Processor seconds that may be spent at once after a calm time: the whole schema, told to one tool."""

Ring = OrderedDict[Hashable, deque[asyncio.Future[None]]]


class FairQueue:
    """Does the work of many callers; whoever sends more than others waits longer, and then is told to come again."""

    def __init__(self, share: float = SHARE, patience: float = PATIENCE) -> None:
        self._share = share
        self._patience = patience
        self._running = 0
        self._credit = BURST
        self._counted = time.monotonic()
        self._waiting: dict[bool, Ring] = {True: OrderedDict(), False: OrderedDict()}
        self._next = False

    async def work(self, caller: Caller, function: Callable[[], T]) -> T:
        """What the function gives, when it is this caller's turn; `Busy` when too much waits already.

        Whoever leaves gives the turn back at once, and `ClientDisconnect` is raised.
        """
        async with while_connected(), self._turn(caller):
            return await cooperatively(function, self._pause)

    @asynccontextmanager
    async def _turn(self, caller: Caller) -> AsyncIterator[None]:
        if self._running < AT_ONCE:
            self._running += 1
        else:
            await self._wait(caller)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, caller: Caller) -> None:
        """Wait until somebody's place is passed on."""
        ring = self._waiting[caller.stranger]
        self._make_room(ring, len(ring.get(caller.key, ())))
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        ring.setdefault(caller.key, deque()).append(place)
        granted = False
        try:
            async with asyncio.timeout(self._patience):
                await place
            granted = True
        except TimeoutError:
            raise Busy from None
        finally:
            if not granted:
                self._give_up(ring, caller.key, place)

    def _make_room(self, ring: Ring, mine: int) -> None:
        """Refuse the newcomer, or the last of a caller who has more waiting than this one."""
        if mine >= MOST_WAITING_OF_ONE:
            raise Busy
        if sum(map(len, ring.values())) >= MOST_WAITING:
            longest = max(ring.values(), key=len)
            if len(longest) <= mine + 1:
                raise Busy
            last = longest.pop()
            if not last.done():
                last.set_exception(Busy())

    def _give_up(self, ring: Ring, key: Hashable, place: asyncio.Future[None]) -> None:
        """Wait no more; what was passed on in the same moment goes to the next."""
        mine = ring.get(key, deque())
        if place in mine:
            mine.remove(place)
            if not mine:
                del ring[key]
        elif not place.cancelled() and place.exception() is None:
            self._pass_on()

    def _pass_on(self) -> None:
        """Give the place to the next caller, of signed-in ones and of others by turns."""
        self._next = not self._next
        for strangers in (self._next, not self._next):
            ring = self._waiting[strangers]
            while ring:
                key, mine = next(iter(ring.items()))
                place = mine.popleft()
                ring.move_to_end(key)
                if not mine:
                    del ring[key]
                if not place.done():
                    place.set_result(None)
                    return
        self._running -= 1

    async def _pause(self, spent: float, _: bool) -> None:  # noqa: FBT001 - the last slice is paid like the others
        """Pay for a slice; once the share is spent, let time pass until it has come back."""
        now = time.monotonic()
        self._credit = min(BURST, self._credit + (now - self._counted) * self._share) - spent
        self._counted = now
        await asyncio.sleep(max(0.0, -self._credit / self._share))
