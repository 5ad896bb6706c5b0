"""Work that any caller may cause: few pieces at a time, callers by turns, within a share of the processor."""

import asyncio
import math
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from functools import partial
from typing import Final, TypeVar

from korpu_chassis.identity.caller_limits import Caller, while_connected
from korpu_gateway.reads.cooperative import cooperatively
from korpu_gateway.reads.processor_shares import ProcessorShares
from korpu_gateway.reads.refused import Busy

T = TypeVar("T")
AT_ONCE: Final = 2
"""Pieces of work under way: one may be long, and the next need not wait for it."""
MOST_WAITING_OF_ONE: Final = 32
"""A portal's page that is new to us asks a dozen operations at once."""
MOST_WAITING: Final = 128
"""Of signed-in callers, and again of all others; when it is full, whoever has the most waiting gives way."""
PATIENCE: Final = 5.0

Ring = OrderedDict[Hashable, deque[asyncio.Future[None]]]


class FairQueue:
    """Does the work of many callers; whoever sends more than others waits longer, and then is told to come again."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._shares = ProcessorShares()
        self._patience = patience
        self._running = 0
        self._waiting: dict[bool, Ring] = {True: OrderedDict(), False: OrderedDict()}
        self._next = False
        self._timer: asyncio.TimerHandle | None = None

    def served(self, caller: Caller) -> None:
        """Somebody is answered without such work: while there is one, nobody else takes much of the processor."""
        self._shares.served(caller)

    async def work(self, caller: Caller, function: Callable[[], T]) -> T:
        """What the function gives, when it is this caller's turn; `Busy` when too much waits already.

        Whoever leaves gives the turn back at once, and `ClientDisconnect` is raised.
        """
        async with while_connected(), self._turn(caller):
            return await cooperatively(function, partial(self._pause, caller))

    @asynccontextmanager
    async def _turn(self, caller: Caller) -> AsyncIterator[None]:
        await self._wait(caller)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, caller: Caller) -> None:
        """Wait for a place, and until this caller has paid for what came before."""
        ring = self._waiting[caller.stranger]
        self._make_room(ring, len(ring.get(caller.key, ())))
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        ring.setdefault(caller.key, deque()).append(place)
        self._fill()
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
        self._running -= 1
        self._fill()

    def _fill(self) -> None:
        """Give free places away; when all who wait have to pay first, look again as soon as one has."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        while self._running < AT_ONCE:
            owed = self._give()
            if owed is not None:
                if owed < math.inf:
                    self._timer = asyncio.get_running_loop().call_later(owed, self._fill)
                return
            self._running += 1

    def _give(self) -> float | None:
        """Give a place to the next who owes nothing, of signed-in ones and of others by turns.

        When there is none, the seconds until somebody owes nothing; infinitely many when nobody waits.
        """
        soonest = math.inf
        self._next = not self._next
        for strangers in (self._next, not self._next):
            ring = self._waiting[strangers]
            for key, mine in list(ring.items()):
                if owed := self._shares.owed(Caller(key, strangers)):
                    soonest = min(soonest, owed)
                    continue
                if _first(ring, key, mine):
                    return None
        return soonest

    async def _pause(self, caller: Caller, spent: float, _: bool) -> None:  # noqa: FBT001 - the last is paid like others
        """Pay for a slice; once the share is spent, let time pass until it has come back."""
        self._shares.spend(caller, spent)
        await asyncio.sleep(self._shares.pause(caller))


def _first(ring: Ring, key: Hashable, mine: deque[asyncio.Future[None]]) -> bool:
    """Give the place to the first of a caller who still waits, and let the others have their turn before the second."""
    given = False
    while mine and not given:
        place = mine.popleft()
        if not place.done():
            place.set_result(None)
            given = True
    ring.move_to_end(key)
    if not mine:
        del ring[key]
    return given
