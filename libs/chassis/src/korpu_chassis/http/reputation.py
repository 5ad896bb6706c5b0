"""Addresses that are cut off again and again: what they begin waits until nobody else begins."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any, Final

from prometheus_client import Counter

from korpu_chassis.http.throttle import Throttle
from korpu_chassis.identity.caller_limits import ADDRESS, MOST_KEYS, Rate, TooManyRequests, network

FORGIVEN_AT_ONCE, FORGIVEN_A_SECOND = 60, 2
CUT: Final = frozenset({401, 408, 413, 429, 431})
"""Answers that count as being cut off, unless the token was good."""
FULL: Final = 1013
"""A WebSocket for which there is no place is closed with this."""
CLOSED: Final = 4400
"""The lowest code with which a WebSocket is closed because of what its peer did."""
THROTTLED = Counter(
    "korpu_throttled_total", "Requests that waited because their address had been cut off again and again"
)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]


class Reputation:
    """How often strangers of an address were cut off lately, and which tokens were good; two a second are forgiven.

    Whoever shows a token that was good before never waits, so that an office stays at work behind an address of which
    others attack; anybody else there begins by rounds, after all who are not of such an address.
    """

    def __init__(self, throttle: Throttle | None = None, **clock: Callable[[], float]) -> None:
        self._left = Rate("reputation", at_once=FORGIVEN_AT_ONCE, a_second=FORGIVEN_A_SECOND, **clock)
        self._good: OrderedDict[int, None] = OrderedDict()
        self._throttle = throttle or Throttle()

    def cut(self, address: str | None) -> None:
        """A stranger of this address was cut off; None is one who speaks for others, and is not counted."""
        if address is not None:
            with suppress(TooManyRequests):
                self._left.take(address)

    def is_bad(self, address: str) -> bool:
        """Whether it has been cut off so often that it waits."""
        return self._left.left(address) < 1

    async def may_begin(self, scope: Scope, token: bytes | None) -> bool:
        """Wait for one's time, if one has to; false when the connection was closed meanwhile."""
        if token is not None:
            scope["korpu.trust"] = lambda: self._trust(token)
        if self._is_trusted(token) or not self.is_bad(address := network(ADDRESS.get())):
            self._throttle.others()
            return True
        THROTTLED.inc()
        connection = scope.get("korpu.connection", _nobody)()
        return connection is None or await self._throttle.begin((address, scope["type"], token), connection)

    def noting(self, send: Send, token: bytes | None) -> Send:
        """Count the answer if it cuts a stranger off."""

        async def noting(message: Message) -> None:
            if _cuts(message) and not self._is_trusted(token):
                self.cut(network(ADDRESS.get()))
            await send(message)

        return noting

    def _trust(self, token: bytes) -> None:
        self._good[hash(token)] = None
        self._good.move_to_end(hash(token))
        if len(self._good) > MOST_KEYS:
            self._good.popitem(last=False)

    def _is_trusted(self, token: bytes | None) -> bool:
        return token is not None and hash(token) in self._good


def shown(scope: Scope) -> bytes | None:
    """What is shown as a token, before anything is proved."""
    return next((value for name, value in scope["headers"] if name == b"authorization"), None)


def _cuts(message: Message) -> bool:
    status: int = message.get("status", 0) if message["type"] == "http.response.start" else 0
    closed: int = message.get("code", 0) if message["type"] == "websocket.close" else 0
    return status in CUT or closed == FULL or closed >= CLOSED


def _nobody() -> None:
    return None
