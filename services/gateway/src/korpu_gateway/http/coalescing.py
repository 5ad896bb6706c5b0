"""How answers leave the process: what is written in one turn of the loop goes out by one call of the system."""

import asyncio
from typing import Any, cast

from typing_extensions import override

from korpu_chassis.http.connections import LimitedHttp


class CoalescingTransport:
    """A transport that holds what is written until the turn ends; in all else it is the transport itself.

    uvicorn writes the head of an answer and its body apart. For a small answer the second call of the system, and the
    second waking of whoever reads, cost a tenth of the whole request.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        """Whatever else a transport can."""
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Send this with all that is still written in this turn."""
        if not self._held:
            self._loop.call_soon(self.alone)
        self._held.append(data)

    def close(self) -> None:
        """Send what is held, and close."""
        self.alone().close()

    def alone(self) -> asyncio.Transport:
        """Send what is held; the transport itself, for one who writes in another way."""
        held, self._held = self._held, []
        if held:
            self._transport.write(b"".join(held))
        return self._transport


class JoinedAnswers(LimitedHttp):
    """The chassis' protocol on a transport that joins; a WebSocket gets the transport itself."""

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(cast("asyncio.Transport", CoalescingTransport(transport, self.loop)))

    @override
    def handle_websocket_upgrade(self) -> None:
        self.transport = cast("CoalescingTransport", self.transport).alone()
        super().handle_websocket_upgrade()
