"""What waits to be sent to one client: bounded, so that a slow reader is told to read again and holds up nobody."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from prometheus_client import Counter

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.substitution import Identifies, until_otherwise
from korpu_chassis.refusals import Refusal

MOST_WAITING: Final = 64
MOST_BYTES: Final = 1024 * 1024
"""Of responses that wait for one client; who reads so slowly is told to read again."""
ROOM: Final = 64 * 1024
"""While more waits than this, nothing that the client says is heard."""
RESYNCED = Counter("korpu_resyncs_total", "Subscribers who were told to read again", ["reason"])


class Subscription:
    """One subscription of one client."""

    def __init__(self, id: str, principal: Principal, resync: bytes, send_queue: "SendQueue") -> None:
        self.id = id
        self.principal = principal
        self._resync = resync
        self._send_queue = send_queue
        self._waiting = 0
        self._lost = False

    def tell(self, body: bytes) -> None:
        """Send this response, unless the caller's token has ended meanwhile."""
        if is_over(self.principal):
            self._send_queue.expire()
        elif self._waiting < MOST_WAITING and self._send_queue.bytes < MOST_BYTES:
            self._put(body)
        else:
            self.resync("slow")

    def resync(self, reason: str) -> None:
        """Say that changes have passed unsaid; until that is sent, nothing more is kept."""
        if not self._lost:
            self._lost = True
            RESYNCED.labels(reason).inc()
            self._put(self._resync)

    def taken(self, body: bytes) -> None:
        """One response has left the outbox."""
        self._waiting -= 1
        if body is self._resync:
            self._lost = False

    def _put(self, body: bytes) -> None:
        if not self._lost or body is self._resync:
            self._waiting += 1
            self._send_queue.put(self, body)


class SendQueue:
    """Everything that waits for one client; one writer empties it in order."""

    def __init__(self, expire: Callable[[], None]) -> None:
        self._waiting: deque[tuple[Subscription | None, bytes]] = deque()
        self._filled, self._room = asyncio.Event(), asyncio.Event()
        self._room.set()
        self.bytes = 0
        self.expire = expire

    def put(self, subscription: Subscription | None, body: bytes) -> None:
        """Let it wait for its turn; without a subscription it is a message of the protocol itself."""
        self._waiting.append((subscription, body))
        self._count(len(body))
        self._filled.set()

    async def room(self) -> None:
        """Wait until the client has read most of what waits: whoever does not read is not heard."""
        await self._room.wait()

    def _count(self, size: int) -> None:
        self.bytes += size
        if self.bytes <= ROOM:
            self._room.set()
        else:
            self._room.clear()

    def clear(self) -> None:
        """Keep nothing: the client is gone."""
        self._waiting.clear()

    async def forever(self, send: Callable[[Subscription | None, bytes], Awaitable[None]]) -> None:
        """Send what waits, as it comes."""
        while True:
            while self._waiting:
                subscription, body = self._waiting.popleft()
                if subscription:
                    subscription.taken(body)
                await send(subscription, body)
                self._count(-len(body))
            self._filled.clear()
            await self._filled.wait()


def at_expiry(principal: Principal, act: Callable[[], None]) -> asyncio.TimerHandle | None:
    """Act when the caller's token ends, even if nothing happens until then."""
    if principal.expires is None:
        return None
    return asyncio.get_running_loop().call_later(max(0.0, principal.expires - time.time()), act)


def at_end_of_place(
    identifies: Identifies, authorization: str | None, principal: Principal, act: Callable[[], None]
) -> asyncio.Task[None] | None:
    """Act when whoever acts in another's place does so no longer, even if nothing happens until then."""

    async def watch() -> None:
        with suppress(Refusal):
            await until_otherwise(identifies, authorization, principal)
        act()

    return asyncio.create_task(watch()) if principal.in_place_of else None


@contextmanager
def watching_place(
    identifies: Identifies, authorization: str | None, principal: Principal, act: Callable[[], None]
) -> Iterator[None]:
    """Do that for as long as the block lasts."""
    watching = at_end_of_place(identifies, authorization, principal, act)
    try:
        yield
    finally:
        if watching:
            watching.cancel()


def is_over(principal: Principal) -> bool:
    """The caller's token has ended; tokens age by real time, never by the moved clock."""
    return principal.expires is not None and principal.expires <= time.time()
