"""HTTP connections within limits: the head, the body and whoever does not read are bounded in bytes and in time."""

import asyncio
import weakref
from collections.abc import Callable, Container, Sequence
from http import HTTPStatus
from typing import Any, cast
from uuid import uuid4

import orjson
import uvicorn
from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from korpu_chassis.http.limits import Limits
from korpu_chassis.http.middleware import preferred_language
from korpu_chassis.http.reputation import Reputation
from korpu_chassis.http.unread import Unread, counted_address
from korpu_chassis.identity.caller_limits import LIMITED, Busy, Waiting
from korpu_chassis.refusals import Refusal, problem, wording
from korpu_chassis.stopping import told_to_stop

GATHERED = 4 * 1024
"""Bytes of a body that are worth waking the application for; the last ones always are."""


class HeadTooLarge(Refusal):
    """A head has at most a bounded number of bytes and headers."""

    code = "head-too-large"
    status = 431
    text = wording()["head-too-large"]


class TooSlow(Refusal):
    """What is sent comes so slowly that it would keep others waiting."""

    code = "too-slow"
    status = 408
    text = wording()["too-slow"]


class Malformed(Refusal):
    """What came is no HTTP."""

    code = "malformed-request"
    status = 400
    text = wording()["malformed-request"]


class Config(uvicorn.Config):
    """uvicorn's configuration, with what the connections of one server share; peers in `proxies` speak for others."""

    def __init__(
        self, app: Any, proxies: Container[str | None], limits: Limits, reputation: Reputation, **more: Any
    ) -> None:
        super().__init__(app, **more)
        self.reputation = reputation
        self.proxies = proxies
        self.limits = limits
        self.waiting = Waiting("connections", limits.waiting, limits.waiting_of_an_address, limits.unfinished)
        self.unread = Waiting("unread", limits.unread_lines, limits.unread_of_an_address, limits.unread_bytes)


class LimitedHttp(HttpToolsProtocol):
    """uvicorn's protocol, which ends what has no end: heads, bodies and readers, by a look at it each second."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        ours = cast("Config", self.config)
        self._limits, self._waiting, self._proxies = ours.limits, ours.waiting, ours.proxies
        self._self = weakref.ref(self)
        self._unread = Unread(ours.unread, self, self._abort)
        self._address: str | None = None
        self._reputation = ours.reputation
        self._proven = self._counted = self._spoke = False
        self._refusal: Refusal | None = None
        self._at_stop: Callable[[], None] | None = None
        self._at_loss: Callable[[], None] | None = None
        self._lost = False
        self._part = "head"
        self._since = self._heard = self.loop.time()
        self._head = self._body = self._kept = self._stalled = self._closing = 0

    def prove(self) -> None:
        """Let this connection be: whoever speaks here has shown a good token."""
        self._proven = True
        self._unread.keeps(0)
        self._settle()

    def at_stop(self, act: Callable[[], None]) -> None:
        """Act when the server stops: an answer that has no end of its own must find one."""
        self._at_stop = act

    def at_loss(self, act: Callable[[], None] | None) -> None:
        """Act when the connection is closed, at once if it is already; None: no more."""
        self._at_loss = act
        if self._lost and act is not None:
            act()

    @override
    def shutdown(self) -> None:
        super().shutdown()
        if self._at_stop is not None:
            self._at_stop()

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._address = self._unread.address = counted_address(self.client, self._proxies)
        if len(self.connections) > self._limits.connections:
            self.refuse(Busy())
        self._settle()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._part = "answer"
        self._settle()
        self._unread.over()
        super().connection_lost(exc)
        self._lost = True
        if self._at_loss is not None:
            self._at_loss()

    @override
    def handle_websocket_upgrade(self) -> None:
        self._part = "answer"
        self._settle()
        self._unread.over()
        super().handle_websocket_upgrade()
        self.parser = None  # type: ignore[assignment] # it knows this, and hears nothing any more

    def _abort(self) -> None:
        self._count_cut()
        self.transport.abort()

    def _count_cut(self) -> None:
        """A stranger who has begun to speak is cut off; who is silent makes room, which is no fault of theirs."""
        if not self._proven and self._spoke and self._part != "idle":
            self._reputation.cut(self._address)

    @override
    def pause_writing(self) -> None:
        super().pause_writing()
        if not self._proven:
            self._unread.keeps(self.transport.get_write_buffer_size())

    @override
    def resume_writing(self) -> None:
        super().resume_writing()
        self._unread.keeps(0)

    @override
    def data_received(self, data: bytes) -> None:
        self._heard, self._spoke = self.loop.time(), True
        if self._part == "head":
            self._head += len(data)
        super().data_received(data)
        if self._part == "head" and self._head > self._limits.head:
            self.refuse(HeadTooLarge())
        self._settle()

    @override
    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["korpu.connection"] = self._self  # type: ignore[typeddict-unknown-key]
        self._part, self._since = "head", self._heard
        self._head = self._body = 0
        self._at_stop = None

    @override
    def on_header(self, name: bytes, value: bytes) -> None:
        if len(self.headers) >= self._limits.headers:
            self._refusal = HeadTooLarge()
            raise self._refusal
        super().on_header(name, value)

    @override
    def on_headers_complete(self) -> None:
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > self._limits.head:
            self._refusal = HeadTooLarge()
            raise self._refusal
        if len(self.pipeline) >= self._limits.pipelined:
            raise Malformed
        super().on_headers_complete()
        self._part, self._since = "body", self._heard
        cycle: RequestResponseCycle | None = self.cycle
        if told_to_stop() and cycle is not None and not self.pipeline:
            cycle.keep_alive = False  # whoever asks again comes by a new connection, which may lead elsewhere

    @override
    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        if len(self.cycle.body) + len(body) < GATHERED and not self.parser.should_upgrade():
            self.cycle.body += body
        else:
            super().on_body(body)

    @override
    def on_message_complete(self) -> None:
        super().on_message_complete()
        cycle: RequestResponseCycle | None = self.cycle
        self._part = "idle" if cycle and cycle.response_complete else "answer"

    def _answered(self) -> None:
        self._part, self._since = "rest" if self._part == "body" else "idle", self.loop.time()
        self._settle()

    @override
    def on_response_complete(self) -> None:
        if not self.pipeline:
            self._answered()
        super().on_response_complete()

    def look(self, now: float) -> None:
        """End this connection if it keeps us waiting for too long; asked each second."""
        if self.transport.is_closing():
            self._closing += 1
            if self._closing > self._limits.lingering:
                self.transport.abort()
            return
        self._stalled = self._stalled + 1 if self.flow.write_paused else 0
        if self._stalled > self._limits.unread:
            LIMITED.labels("unread").inc()
            self._abort()
        elif self._part == "body" and self.flow.read_paused:
            self._since, self._heard = self._since + 1, self._heard + 1
        elif self._is_late(now):
            LIMITED.labels(self._part).inc()
            self.refuse(TooSlow())

    def _is_late(self, now: float) -> bool:
        took, limits = now - self._since, self._limits
        match self._part:
            case "head":
                return took > limits.head_within
            case "body":
                slow = self._body < (took - limits.silence) * limits.slowest
                return slow or took > limits.body_within or now - self._heard > limits.silence
            case "rest":
                return took > limits.lingering
        return False

    def refuse(self, refusal: Refusal) -> None:
        """Say why, if no other answer is under way, and end the connection; its request sees a caller who has left."""
        if self.transport.is_closing():
            return
        self._count_cut()
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None or cycle.response_complete:
            self._say(refusal)
            return
        if self._part == "body" and not cycle.response_started and not self.pipeline:
            self._say(refusal)
        else:
            self.transport.abort()
        cycle.disconnected = True
        cycle.message_event.set()

    def _say(self, refusal: Refusal) -> None:
        self.transport.write(answer(refusal, self.headers or []))
        self.transport.close()

    @override
    def send_400_response(self, msg: str) -> None:
        self.refuse(self._refusal or Malformed())

    def _settle(self) -> None:
        """Stand among those on whom the server waits, or no more; count what is kept of a body that is not whole."""
        waits = self._part != "answer" and not self._proven and not self.transport.is_closing()
        if waits and not self._counted:
            self._waiting.enter(self, self._address, self._make_room)
        elif self._counted and not waits:
            self._waiting.gone(self)
        self._counted = waits
        kept = self._body if waits and self._part == "body" else 0
        if kept != self._kept:
            more, self._kept = kept - self._kept, kept
            self._waiting.hold(more)

    def _make_room(self) -> None:
        self._counted = False
        self.refuse(Busy())
        self._settle()


def answer(refusal: Refusal, headers: Sequence[tuple[bytes, bytes]]) -> bytes:
    """A refusal as a whole response, from where no application speaks."""
    spoken = next((value.decode("latin-1") for name, value in headers if name == b"accept-language"), None)
    body = orjson.dumps(problem(refusal, preferred_language(spoken) or "az", str(uuid4())))
    wait = f"retry-after: {refusal.retry_after or 1}\r\n" if refusal.status in {429, 503} else ""
    head = (
        f"HTTP/1.1 {refusal.status} {HTTPStatus(refusal.status).phrase}\r\ncontent-type: application/problem+json\r\n"
        f"content-length: {len(body)}\r\nx-content-type-options: nosniff\r\n{wait}connection: close\r\n\r\n"
    )
    return head.encode() + body
