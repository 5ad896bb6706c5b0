"""Subscriptions as server-sent events: the distinct connections mode of `graphql-sse`, at /graphql/stream."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

import orjson
from graphql import OperationType

from korpu_chassis.doors import Receive, Scope, Send, preferred_language
from korpu_chassis.identity import Principal, Verifier
from korpu_chassis.refusals import Refusal, Unauthenticated
from korpu_gateway.http.endpoint import Chosen, Reply
from korpu_gateway.http.negotiation import JSON
from korpu_gateway.http.requests import Bad
from korpu_gateway.reads.errors import refused
from korpu_gateway.subscriptions.hub import Hub
from korpu_gateway.subscriptions.outbox import Outbox, Subscription, at_expiry
from korpu_gateway.subscriptions.places import Places
from korpu_gateway.subscriptions.refused import TooManyConnections

EVENTS = "text/event-stream"
STILL_HERE = b":\n\n"
STILL_HERE_EVERY = 15.0
COMPLETE = b"event: complete\ndata: \n\n"
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class EventStreams:
    """The door for server-sent events."""

    def __init__(self, hub: Hub, verifier: Verifier, places: Places) -> None:
        self._hub = hub
        self._verifier = verifier
        self._places = places

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one operation, as a stream when it is a subscription."""
        headers: Mapping[bytes, bytes] = dict(scope["headers"])
        language = preferred_language(_text(headers, b"accept-language"))
        media = JSON if EVENTS in (_text(headers, b"accept") or "") else None
        try:
            sent = await self._hub.endpoint.sent(scope, headers, media, receive)
            principal = await self._verifier.principal(_text(headers, b"authorization"))
            language = language or principal.language or "az"
            chosen = self._hub.endpoint.chosen(sent, principal, language)
            if isinstance(chosen, bytes):
                await _fail(send, Reply(400, chosen), language)
            else:
                await self._stream(chosen, principal, language, receive, send)
        except (Bad, Reply, Refusal) as reason:
            await _fail(send, reason, language or "az")

    async def _stream(self, chosen: Chosen, principal: Principal, language: str, receive: Receive, send: Send) -> None:
        if chosen.operation.operation is not OperationType.SUBSCRIPTION:
            endpoint = self._hub.endpoint
            body = await endpoint.answered(chosen, endpoint.reading(principal, language, {}))
            await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
            await send({"type": "http.response.body", "body": _next(body) + COMPLETE})
            return
        live = self._hub.live(chosen, principal, language)
        stream = Stream(send, principal, language)
        with self._places.taken() as there_is:
            if not there_is:
                raise TooManyConnections
            with self._hub.joined(live, Subscription("", principal, live.resync, stream.outbox), language):
                await stream.run(receive)


class Stream:
    """One stream of events to one client."""

    def __init__(self, send: Send, principal: Principal, language: str) -> None:
        self._send = send
        self._principal = principal
        self._language = language
        self._over = asyncio.Event()
        self.outbox = Outbox(self._over.set)

    async def run(self, receive: Receive) -> None:
        """Send events until the client leaves or its token ends."""
        await self._send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await self._write(None, STILL_HERE)
        ends = [
            asyncio.create_task(_left(receive)),
            asyncio.create_task(self.outbox.forever(self._write)),
            asyncio.create_task(self._over.wait()),
            asyncio.create_task(self._keep_alive()),
        ]
        timer = at_expiry(self._principal, self._over.set)
        try:
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            if timer:
                timer.cancel()
            for task in ends:
                task.cancel()
            for task in ends:
                with suppress(asyncio.CancelledError, OSError):
                    await task
        last = b""
        if self._over.is_set():
            last = _next(orjson.dumps({"errors": [refused(Unauthenticated(), self._language)]})) + COMPLETE
        with suppress(OSError):
            await self._send({"type": "http.response.body", "body": last})

    async def _keep_alive(self) -> None:
        while True:
            await asyncio.sleep(STILL_HERE_EVERY)
            self.outbox.put(None, STILL_HERE)

    async def _write(self, subscription: Subscription | None, body: bytes) -> None:
        event = _next(body) if subscription else body
        await self._send({"type": "http.response.body", "body": event, "more_body": True})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _next(body: bytes) -> bytes:
    return b"event: next\ndata: " + body + b"\n\n"


async def _fail(send: Send, reason: Bad | Reply | Refusal, language: str) -> None:
    more: list[tuple[bytes, bytes]] = []
    match reason:
        case Bad():
            status, body = reason.status, orjson.dumps({"errors": [{"message": reason.words}]})
        case Reply():
            status, body = reason.status, reason.body
            more = [(name.encode(), value.encode()) for name, value in reason.headers.items()]
        case Refusal():
            status, body = reason.status, orjson.dumps({"errors": [refused(reason, language)]})
    headers = [(b"content-type", b"application/json; charset=utf-8"), (b"content-length", b"%d" % len(body)), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _text(headers: Mapping[bytes, bytes], name: bytes) -> str | None:
    value = headers.get(name)
    return value.decode("latin-1") if value is not None else None
