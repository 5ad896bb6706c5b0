"""How much one caller may take: places that are shared, how often, and how many may keep the server waiting."""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Callable, Hashable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING, Any, Final

from prometheus_client import Counter, Gauge
from starlette.requests import ClientDisconnect

from korpu_chassis.refusals import Refusal, wording

if TYPE_CHECKING:
    from korpu_chassis.identity.access_tokens import Principal

MOST_KEYS: Final = 10_000
LONGEST_WAIT: Final = 60
LIMITED = Counter("korpu_limited_total", "Callers who were turned away by a limit", ["limit"])
ADDRESS: ContextVar[str] = ContextVar("address", default="")
"""Where the request at work comes from, as `Entrance` learns it."""
CONNECTION: ContextVar[Callable[[], Any] | None] = ContextVar("connection", default=None)
"""The connection of the HTTP request at work, for as long as there is one."""


class TooManyRequests(Refusal):
    """The caller asks too often, and may ask again in a while."""

    code = "too-many-requests"
    status = 429
    text = wording()["too-many-requests"]


class Busy(Refusal):
    """All places for such work are taken; nothing has been done."""

    code = "overloaded"
    status = 503
    text = wording()["overloaded"]


@dataclass(frozen=True, slots=True)
class Caller:
    """Whom a limit counts: who is signed in by the subject, anybody else by the address."""

    key: Hashable
    stranger: bool

    @classmethod
    def of(cls, principal: "Principal", address: str | None = None) -> "Caller":
        """The caller of the request at work; a whole office behind one address is as many callers as are signed in."""
        if principal.is_anonymous:
            return cls(whence(address), stranger=True)
        return cls(("subject", principal.subject), stranger=False)


def whence(address: str | None = None) -> Hashable:
    """What is counted of whoever has not shown who they are: the address of the request at work."""
    return ("address", network(ADDRESS.get() if address is None else address))


def network(address: str) -> str:
    """The address that is counted: of IPv6 the first 64 bits, for whoever has one has all that follow."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv6Address):
        known = known.ipv4_mapped or IPv6Address(int(known) >> 64 << 64)
    return str(known)


class Places:
    """So many at once: strangers have a part of them, so that who is signed in always finds one, and each has a few."""

    def __init__(
        self,
        name: str,
        most: int,
        *,
        strangers: int,
        each: int,
        each_stranger: int | None = None,
        gauge: Gauge | None = None,
    ) -> None:
        self._name = name
        self._gauge = gauge
        self._most, self._strangers = most, strangers
        self._each, self._each_stranger = each, each if each_stranger is None else each_stranger
        self._by: dict[Hashable, int] = {}
        self.taken = self.taken_by_strangers = 0

    @contextmanager
    def place(self, caller: Caller, full: Callable[[], Exception] = Busy) -> Iterator[None]:
        """A place for as long as the block lasts; refused when there is none for this caller."""
        held = self._by.get(caller.key, 0)
        if (
            self.taken >= self._most
            or held >= (self._each_stranger if caller.stranger else self._each)
            or (caller.stranger and self.taken_by_strangers >= self._strangers)
        ):
            LIMITED.labels(self._name).inc()
            raise full()
        self._move(caller, 1)
        try:
            yield
        finally:
            self._move(caller, -1)

    def _move(self, caller: Caller, by: int) -> None:
        self.taken += by
        self.taken_by_strangers += by * caller.stranger
        if self._gauge:
            self._gauge.set(self.taken)
        left = self._by.get(caller.key, 0) + by
        if left:
            self._by[caller.key] = left
        else:
            del self._by[caller.key]


class Rate:
    """How often: each caller has so many at once, and gets them back at so many a second (a token bucket each)."""

    def __init__(
        self, name: str, *, at_once: float, a_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._name = name
        self._most, self._rate = at_once, a_second
        self._clock = clock
        self._left: dict[Hashable, tuple[float, float]] = {}

    def take(self, key: Hashable, refusal: type[Refusal] = TooManyRequests) -> None:
        """Count one; refused, with the seconds to wait, when the caller has none left."""
        left, now = self.left(key), self._clock()
        self._left.pop(key, None)
        self._left[key] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > MOST_KEYS:
            del self._left[next(iter(self._left))]
        if left < 1:
            LIMITED.labels(self._name).inc()
            raise refusal(retry_after=math.ceil((1 - left) / self._rate) if self._rate else LONGEST_WAIT)

    def left(self, key: Hashable) -> float:
        """How many the caller has left; below one there is none."""
        now = self._clock()
        left, seen = self._left.get(key, (self._most, now))
        return min(self._most, left + (now - seen) * self._rate)


@dataclass
class Waiting:
    """Those on whom the server waits and who have not shown who they are; when there are too many, the eldest go.

    One address holds a part at most, and what they have sent of bodies that are not whole is bounded in bytes.
    """

    name: str
    most: int
    each: int
    most_bytes: int = 1 << 62
    bytes: int = 0
    _all: dict[Hashable, tuple[str | None, Callable[[], Any]]] = field(default_factory=dict)
    _by: dict[str, dict[Hashable, None]] = field(default_factory=dict)

    def enter(self, who: Hashable, address: str | None, leave: Callable[[], Any]) -> None:
        """Wait for `who`, who is told to `leave` when others need the room; without an address none is counted."""
        self.gone(who)
        self._all[who] = (address, leave)
        if address is not None:
            held = self._by.setdefault(address, {})
            held[who] = None
            if len(held) > self.each:
                self._send_away(next(iter(held)))
        if len(self._all) > self.most:
            self._send_away(next(iter(self._all)))

    def gone(self, who: Hashable) -> None:
        """Nobody waits for this one any more."""
        address, _ = self._all.pop(who, (None, None))
        if address is not None and (held := self._by.get(address)):
            held.pop(who, None)
            if not held:
                del self._by[address]

    def hold(self, size: int) -> None:
        """Count bytes that are kept until a body is whole, or no more when negative."""
        self.bytes += size
        while self.bytes > self.most_bytes and self._all:
            self._send_away(next(iter(self._all)))

    def _send_away(self, who: Hashable) -> None:
        _, leave = self._all[who]
        self.gone(who)
        LIMITED.labels(self.name).inc()
        leave()

    def __len__(self) -> int:
        return len(self._all)


def may_take(scope: Any, seconds: float) -> None:
    """Give the request at work more time until its answer begins than `Entrance` gives all."""
    if waiting := scope.get("korpu.until"):
        waiting.reschedule(asyncio.get_running_loop().time() + seconds)


def proven(scope: Any, principal: "Principal") -> None:
    """Tell the connection who speaks on it: whoever has shown a good token is left alone."""
    if principal.is_anonymous:
        return
    connection = scope.get("korpu.connection", _nothing)()
    if connection is not None:
        connection.prove()
    scope.get("korpu.trust", _nothing)()


def at_stop(scope: Any, act: Callable[[], None]) -> None:
    """Act when the server of this request stops, if its answer is still under way."""
    connection = scope.get("korpu.connection", _nothing)()
    if connection is not None:
        connection.at_stop(act)


@asynccontextmanager
async def while_connected() -> AsyncIterator[None]:
    """Wait or work only for as long as the caller is there; `ClientDisconnect` once the connection is closed.

    For what may end anywhere inside the block: never around a change that has begun.
    """
    connection, task = (CONNECTION.get() or _nothing)(), asyncio.current_task()
    if connection is None or task is None:
        yield
        return
    gone = False

    def leave() -> None:
        nonlocal gone
        gone = True
        task.cancel()

    connection.at_loss(leave)
    try:
        yield
    except asyncio.CancelledError:
        if gone and not task.uncancel():
            raise ClientDisconnect from None
        raise
    finally:
        connection.at_loss(None)


def _nothing() -> None:
    return None
