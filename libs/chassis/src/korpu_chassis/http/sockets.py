"""WebSockets within limits: nothing is queued for who does not read, and nothing is heard from who says too much."""

import asyncio
import time
import weakref
from collections.abc import Callable
from typing import Any, Final, cast

from typing_extensions import override
from uvicorn._types import ASGIReceiveEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import ProtocolError
from websockets.frames import Frame, Opcode
from websockets.http11 import Request, Response
from websockets.protocol import State
from websockets.server import ServerProtocol

from korpu_chassis.http.connections import Config, Malformed, answer
from korpu_chassis.http.unread import Unread, counted_address
from korpu_chassis.identity.caller_limits import LIMITED

SLICE: Final = 4 * 1024
"""Bytes that are read in one turn of the loop: frames may be tiny, and each costs its work."""
LARGEST_BUFFER: Final = 16 * 1024
STRANGERS_LARGEST: Final = 64 * 1024
BESIDE: Final = 12 * STRANGERS_LARGEST
"""Of one who is not read on, as it was measured: half a message, those read ahead, and answers that wait."""
FRAMES_AT_ONCE: Final = 60.0
FRAMES_A_SECOND: Final = 5.0
UNSEEN: Final = frozenset({Opcode.PING, Opcode.PONG, Opcode.CONT})
"""Frames that the application never sees, so that its own pace does not slow them."""
POLICY: Final = 1008


class Conversation(ServerProtocol):
    """The protocol of `websockets`, which answers the last of many pings and bears so many frames of no content."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._pong: Frame | None = None
        self._left, self._seen = FRAMES_AT_ONCE, time.monotonic()

    @override
    def recv_frame(self, frame: Frame) -> None:
        if frame.opcode in UNSEEN:
            now = time.monotonic()
            self._left = min(FRAMES_AT_ONCE, self._left + (now - self._seen) * FRAMES_A_SECOND) - 1
            self._seen = now
            if self._left < 0:
                LIMITED.labels("frames").inc()
                raise ProtocolError("too many pings, pongs or fragments")
        super().recv_frame(frame)

    @override
    def send_frame(self, frame: Frame) -> None:
        if frame.opcode is Opcode.PONG:
            # RFC 6455, 5.5.3: of several pings that came in, the last may be answered alone.
            self._pong = frame
        else:
            super().send_frame(frame)

    @override
    def data_to_send(self) -> list[bytes]:
        pong, self._pong = self._pong, None
        if pong is not None and self.state is State.OPEN:
            super().send_frame(pong)
        return super().data_to_send()

    @override
    def send_response(self, response: Response) -> None:
        if "x-content-type-options" not in response.headers:
            response.headers["X-Content-Type-Options"] = "nosniff"
        super().send_response(response)


class LimitedWebSocket(WebSocketsSansIOProtocol):
    """uvicorn's protocol, which reads no further while its peer does not read, or the application does not listen."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        ours = cast("Config", self.config)
        self._limits, self._proxies = ours.limits, ours.proxies
        self._kept, self._proven = Unread(ours.unread, self, self._abort), False
        self._reputation = ours.reputation
        self._at_loss: Callable[[], Any] | None = None
        self._lost = False
        largest = min(self.config.ws_max_size, STRANGERS_LARGEST)
        self.conn = Conversation(max_size=largest, logger=self.logger)
        self._unread = bytearray()
        self._turn: asyncio.Handle | None = None
        self._stalled = self._closing = self._partial = 0

    def prove(self) -> None:
        """Take longer messages from whoever has shown a good token."""
        self.conn.max_message_size = self.config.ws_max_size
        self._proven = True
        self._settle()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.transport.set_write_buffer_limits(high=LARGEST_BUFFER)
        self._kept.address = counted_address(self.client, self._proxies)

    def at_loss(self, act: Callable[[], Any] | None) -> None:
        """Act when the connection is closed, at once if it is already; None: no more."""
        self._at_loss = act
        if self._lost and act is not None:
            act()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._proven = True
        self._lost = True
        if self._at_loss is not None:
            self._at_loss()
        # Objects that know each other are freed late; what they hold of a flood is let go of now.
        self._unread.clear()
        self.conn.reader.buffer.clear()
        self.conn.parser.close()
        self.frames.clear()
        self._settle()
        self._kept.over()
        super().connection_lost(exc)

    @override
    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if hasattr(self, "scope"):
            self.scope["korpu.connection"] = weakref.ref(self)  # type: ignore[typeddict-unknown-key]

    @override
    def data_received(self, data: bytes) -> None:
        self._unread += data
        if self._turn is None:
            self._read_on()
        else:
            self.transport.pause_reading()
        self._settle()

    def _read_on(self) -> None:
        """Read one slice, and the next one in another turn of the loop."""
        self._turn = None
        if self.transport.is_closing():
            self._unread.clear()
            return
        if self._unread and not self._blocked():
            part = bytes(self._unread[:SLICE])
            del self._unread[:SLICE]
            self._read(part)
            self._settle()
        if self._unread and not self._blocked():
            self._turn = self.loop.call_soon(self._read_on)
        if self.transport.is_closing():
            return
        if self._unread or self._blocked():
            self.transport.pause_reading()
        else:
            self.transport.resume_reading()

    def _read(self, part: bytes) -> None:
        try:
            super().data_received(part)
        except UnicodeError:
            self.transport.write(answer(Malformed(), ()))
            self.transport.close()

    def _settle(self) -> None:
        """Stand among those for whom something is kept because they do not read or say too much, or no more."""
        keeps = not self._proven and (not self.writable.is_set() or len(self._unread) > LARGEST_BUFFER)
        self._kept.keeps(self.transport.get_write_buffer_size() + len(self._unread) + BESIDE if keeps else 0)

    def _blocked(self) -> bool:
        return self.read_paused or not self.writable.is_set()

    def _go_on(self) -> None:
        if self._turn is None and not self.transport.is_closing():
            self._turn = self.loop.call_soon(self._read_on)

    @override
    async def receive(self) -> ASGIReceiveEvent:
        message = await super().receive()
        if self._unread:
            self.transport.pause_reading()  # uvicorn has read on, and what is here already is not read yet
        self._go_on()
        return message

    def _abort(self) -> None:
        """End it at once; a stranger's address has been cut off once more."""
        self._cut()
        self.transport.abort()

    def _cut(self) -> None:
        if not self._proven:
            self._reputation.cut(self._kept.address)

    @override
    def handle_parser_exception(self) -> None:
        self._cut()
        super().handle_parser_exception()

    @override
    def pause_writing(self) -> None:
        super().pause_writing()
        self._settle()

    @override
    def resume_writing(self) -> None:
        super().resume_writing()
        self._settle()
        self._go_on()

    def look(self, _now: float) -> None:
        """End this connection if it keeps us waiting for too long; asked each second."""
        if self.transport.is_closing():
            self._closing += 1
            if self._closing > self._limits.lingering:
                self.transport.abort()
            return
        self._stalled = 0 if self.writable.is_set() else self._stalled + 1
        half = bool(self.frames) or bool(self.conn.reader.buffer)
        self._partial = self._partial + 1 if half and not self._blocked() else 0
        if self._stalled > self._limits.unread:
            LIMITED.labels("unread").inc()
            self._abort()
        elif self._partial > self._limits.message_within:
            LIMITED.labels("message").inc()
            self.conn.fail(POLICY, "a message came too slowly")
            self.handle_parser_exception()
