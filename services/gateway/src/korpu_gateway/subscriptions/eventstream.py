"""Subscriptions as server-sent events: the distinct connections mode of `graphql-sse`, at /graphql/stream."""

from collections.abc import Mapping

import orjson
from graphql import OperationType
from starlette.requests import ClientDisconnect

from korpu_chassis.http.middleware import Receive, Scope, Send, preferred_language, told_beside
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller, at_stop, proven
from korpu_chassis.identity.substitution import Identifies
from korpu_chassis.refusals import Refusal
from korpu_gateway.http.endpoint import Chosen, Reply
from korpu_gateway.http.negotiation import JSON
from korpu_gateway.http.observation import observed
from korpu_gateway.http.requests import Bad
from korpu_gateway.reads.errors import refused
from korpu_gateway.subscriptions.hub import Hub
from korpu_gateway.subscriptions.refused import TooManyConnections
from korpu_gateway.subscriptions.send_queue import Subscription, watching_place
from korpu_gateway.subscriptions.slots import Places
from korpu_gateway.subscriptions.stream import COMPLETE, HEADERS, Stream, next_event

EVENTS = "text/event-stream"
Ways = tuple[Receive, Send]


class EventStreams:
    """The endpoint of server-sent events."""

    def __init__(self, hub: Hub, verifier: Identifies, places: Places) -> None:
        self._hub = hub
        self._verifier = verifier
        self._places = places

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one operation, as a stream when it is a subscription."""
        headers: Mapping[bytes, bytes] = dict(scope["headers"])
        language = preferred_language(_text(headers, b"accept-language"))
        media = JSON if EVENTS in (_text(headers, b"accept") or "") else None
        try:
            principal = await self._verifier.principal(_text(headers, b"authorization"))
            proven(scope, principal)
            sent = await self._hub.endpoint.sent(scope, headers, media, receive)
            language = language or principal.language or "az"
            chosen = await self._hub.endpoint.chosen(sent, principal, language)
            if isinstance(chosen, bytes):
                await _fail(send, Reply(400, chosen), language)
            else:
                await self._stream(chosen, principal, language, scope, (receive, send))
        except ClientDisconnect:
            observed().status = "left"
        except (Bad, Reply, Refusal) as reason:
            await _fail(send, reason, language or "az")

    async def _stream(self, chosen: Chosen, principal: Principal, language: str, scope: Scope, ways: Ways) -> None:
        receive, send = ways
        if chosen.operation.operation is not OperationType.SUBSCRIPTION:
            body = await self._hub.once(chosen, principal, language)
            await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
            await send({"type": "http.response.body", "body": next_event(body) + COMPLETE})
            return
        live = await self._hub.live(chosen, principal, language)
        stream = Stream(send, principal, language)
        at_stop(scope, stream.stop)
        subscription = Subscription("", principal, live.resync, stream.send_queue)
        authorization = _text(dict(scope["headers"]), b"authorization")
        with (
            watching_place(self._verifier, authorization, principal, stream.send_queue.expire),
            self._places.place(Caller.of(principal), TooManyConnections),
            self._hub.joined(live, subscription, language),
        ):
            observed().conclude()
            await stream.run(receive)


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
            more = [(name.encode(), value.encode()) for name, value in told_beside(reason).items()]
    headers = [(b"content-type", b"application/json; charset=utf-8"), (b"content-length", b"%d" % len(body)), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _text(headers: Mapping[bytes, bytes], name: bytes) -> str | None:
    value = headers.get(name)
    return value.decode("latin-1") if value is not None else None
