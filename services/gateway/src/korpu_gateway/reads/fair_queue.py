"""Work that any caller may cause: few pieces at a time, callers by turns, within a share of the processor."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from korpu_chassis.identity import Principal
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

Ring = OrderedDict[str, deque[asyncio.Future[None]]]
ADDRESS: ContextVar[str] = ContextVar("address", default="")
"""Where the request of this task comes from."""


@dataclass(frozen=True, slots=True)
class Client:
    """Whose turn it is: a signed-in subject, or an address that nobody has signed in from."""

    name: str
    signed_in: bool

    @classmethod
    def of(cls, principal: Principal) -> "Client":
        """The caller behind a request of this task."""
        if principal.is_anonymous:
            return cls(ADDRESS.get(), signed_in=False)
        return cls(principal.subject, signed_in=True)


def remember_address(scope: Any) -> None:
    """Keep in this task where the request comes from."""
    ADDRESS.set((scope.get("client") or ("", 0))[0])


class FairQueue:
    """Does the work of many callers; whoever sends more than others waits longer, and then is told to come again."""

    def __init__(self, share: float = SHARE, patience: float = PATIENCE) -> None:
        self._share = share
        self._patience = patience
        self._running = 0
        self._credit = BURST
        self._counted = time.monotonic()
        self._waiting: dict[bool, Ring] = {True: OrderedDict(), False: OrderedDict()}
        self._next = True

    async def work(self, client: Client, function: Callable[[], T]) -> T:
        """What the function gives, when it is this caller's turn; `Busy` when too much waits already."""
        async with self._turn(client):
            return await cooperatively(function, self._pause)

    @asynccontextmanager
    async def _turn(self, client: Client) -> AsyncIterator[None]:
        if self._running < AT_ONCE:
            self._running += 1
        else:
            await self._wait(client)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, client: Client) -> None:
        """Wait until somebody's place is passed on."""
        ring = self._waiting[client.signed_in]
        self._make_room(ring, len(ring.get(client.name, ())))
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        ring.setdefault(client.name, deque()).append(place)
        granted = False
        try:
            async with asyncio.timeout(self._patience):
                await place
            granted = True
        except TimeoutError:
            raise Busy from None
        finally:
            if not granted:
                self._give_up(ring, client.name, place)

    def _make_room(self, ring: Ring, mine: int) -> None:
        """Refuse the newcomer, or the last of a client who has more waiting than this one."""
        if mine >= MOST_WAITING_OF_ONE:
            raise Busy
        if sum(map(len, ring.values())) >= MOST_WAITING:
            longest = max(ring.values(), key=len)
            if len(longest) <= mine + 1:
                raise Busy
            last = longest.pop()
            if not last.done():
                last.set_exception(Busy())

    def _give_up(self, ring: Ring, name: str, place: asyncio.Future[None]) -> None:
        """Wait no more; what was passed on in the same moment goes to the next."""
        mine = ring.get(name, deque())
        if place in mine:
            mine.remove(place)
            if not mine:
                del ring[name]
        elif not place.cancelled() and place.exception() is None:
            self._pass_on()

    def _pass_on(self) -> None:
        """Give the place to the next client, of signed-in ones and of others by turns."""
        self._next = not self._next
        for signed_in in (self._next, not self._next):
            ring = self._waiting[signed_in]
            while ring:
                name, mine = next(iter(ring.items()))
                place = mine.popleft()
                ring.move_to_end(name)
                if not mine:
                    del ring[name]
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
