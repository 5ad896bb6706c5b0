"""One WebSocket: who speaks on it, and which operations are open."""

import asyncio
from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack, suppress
from typing import Any

import orjson
from graphql import OperationType

from korpu_chassis.http.middleware import Receive, Scope, Send, preferred_language
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import ADDRESS, Busy, Caller, network, proven
from korpu_chassis.identity.substitution import Identifies
from korpu_chassis.observability.request_context import request_context
from korpu_chassis.refusals import Refusal, Unauthenticated
from korpu_gateway.http.endpoint import Chosen
from korpu_gateway.http.observation import observed, observing
from korpu_gateway.http.requests import Bad, from_object
from korpu_gateway.reads.errors import refused
from korpu_gateway.subscriptions.close_codes import (
    BAD,
    EXPIRED,
    FORBIDDEN,
    FULL,
    NO_DEPUTY,
    NOT_YET,
    TOO_LATE,
    TWICE,
    Close,
    close,
)
from korpu_gateway.subscriptions.hub import Hub
from korpu_gateway.subscriptions.reader import Reader
from korpu_gateway.subscriptions.refused import TooManySubscriptions
from korpu_gateway.subscriptions.send_queue import SendQueue, Subscription, at_end_of_place, at_expiry, is_over
from korpu_gateway.subscriptions.slots import Places

MOST_OPERATIONS = 50
MOST_QUERIES = 4
LONGEST_ID = 100
TRANSPORT = "websocket"
Ways = tuple[Receive, Send]
Timers = list[asyncio.TimerHandle | asyncio.Task[None]]


class Connection:
    """One connection: who speaks, and which operations are open on it."""

    def __init__(self, hub: Hub, verifier: Identifies, scope: Scope, ways: Ways, places: Places) -> None:
        self._hub = hub
        self._verifier = verifier
        self._scope = scope
        self._headers: Mapping[bytes, bytes] = dict(scope["headers"])
        self._places = places
        self._place = ExitStack()
        self._turns = asyncio.Semaphore(MOST_QUERIES)
        receive, self._send = ways
        self._reader = Reader(receive)
        self._over: asyncio.Future[Close] = asyncio.get_running_loop().create_future()
        self._send_queue = SendQueue(lambda: self._end(EXPIRED))
        self._open: dict[str, AbstractContextManager[Any] | asyncio.Task[None]] = {}
        self._principal: Principal | None = None
        self._language = "az"
        self._begun = False

    async def run(self, init_within: float) -> None:
        """Speak until one side ends it."""
        loop = asyncio.get_running_loop()
        timers: Timers = [loop.call_later(init_within, lambda: None if self._principal else self._end(TOO_LATE))]
        self._places.greeting.enter(self, network(ADDRESS.get()), lambda: self._end(FULL))
        working = [
            asyncio.create_task(self._listen(timers)),
            asyncio.create_task(self._send_queue.forever(self._write)),
        ]
        try:
            ends: set[asyncio.Future[Any]] = {*working, self._over}
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for timer in timers:
                timer.cancel()
            for id in tuple(self._open):
                self._complete(id)
            for task in working:
                task.cancel()
            with suppress(OSError):
                await _all_ended(working)
            self._reader.close()
            self._send_queue.clear()
            self._places.greeting.gone(self)
            self._place.close()
        if self._over.done():
            with suppress(OSError):
                await close(self._send, self._over.result())

    def _end(self, why: Close) -> None:
        if not self._over.done():
            self._over.set_result(why)

    async def _listen(self, timers: Timers) -> None:
        while (told := await self._reader.message()) is not None:
            await self._send_queue.room()
            match told.get("type"):
                case "connection_init":
                    await self._begin(told.get("payload"), timers)
                case "ping":
                    self._emit({"type": "pong", **({"payload": told["payload"]} if "payload" in told else {})})
                case "pong":
                    pass
                case "subscribe" | "complete" if not isinstance(told.get("id"), str) or len(told["id"]) > LONGEST_ID:
                    self._end(BAD)
                case "subscribe":
                    await self._subscribe(told["id"], told.get("payload"))
                case "complete":
                    self._complete(told["id"])
                case _:
                    self._end(BAD)

    async def _begin(self, payload: Any, timers: Timers) -> None:
        if self._begun:
            self._end(TWICE)
            return
        self._begun = True
        given = {str(name).lower(): each for name, each in (payload if isinstance(payload, dict) else {}).items()}
        authorization = self._told(given, "authorization")
        try:
            principal = await self._verifier.principal(authorization)
        except Unauthenticated:
            self._end(FORBIDDEN)
            return
        except Refusal:
            self._end(FULL)
            return
        if not self._let_in(principal):
            return
        self._language = preferred_language(self._told(given, "accept-language")) or principal.language or "az"
        self._principal = principal
        if timer := at_expiry(principal, lambda: self._end(EXPIRED)):
            timers.append(timer)
        if watching := at_end_of_place(self._verifier, authorization, principal, lambda: self._end(NO_DEPUTY)):
            timers.append(watching)
        self._emit({"type": "connection_ack"})

    def _let_in(self, principal: Principal) -> bool:
        """Take a place among those who have said who they are."""
        self._places.greeting.gone(self)
        if not self._over.done():
            try:
                self._place.enter_context(self._places.place(Caller.of(principal)))
            except Busy:
                self._end(FULL)
        proven(self._scope, principal)
        return not self._over.done()

    def _told(self, given: Mapping[str, Any], name: str) -> str | None:
        """A value of the first message, or of the request that opened the connection."""
        held = self._headers.get(name.encode())
        said = given.get(name)
        return said if isinstance(said, str) else held.decode("latin-1") if held else None

    async def _subscribe(self, id: str, payload: Any) -> None:
        if self._principal is None:
            self._end(NOT_YET)
        elif is_over(self._principal):
            self._end(EXPIRED)
        elif id in self._open:
            self._end(Close(4409, f"Subscriber for {id} already exists"))
        elif not isinstance(payload, dict):
            self._end(BAD)
        else:
            with request_context(self._headers.items(), "graphql websocket"), observing(TRANSPORT) as now:
                try:
                    if not await self._reader.until_given_up(id, self._operate(id, payload, self._principal)):
                        now.status = "left"
                except Bad as bad:
                    now.status = "invalid"
                    self._fail(id, [{"message": bad.words}])
                except Refusal as refusal:
                    now.refused(refusal)
                    self._fail(id, [refused(refusal, self._language)])

    async def _operate(self, id: str, payload: Mapping[str, Any], principal: Principal) -> None:
        if len(self._open) >= MOST_OPERATIONS:
            raise TooManySubscriptions(most=MOST_OPERATIONS)
        hub = self._hub
        chosen = await hub.endpoint.chosen(from_object(payload), principal, self._language)
        if isinstance(chosen, bytes):
            self._fail(id, orjson.loads(chosen)["errors"])
        elif chosen.operation.operation is OperationType.SUBSCRIPTION:
            live = await hub.live(chosen, principal, self._language)
            subscription = Subscription(id, principal, live.resync, self._send_queue)
            joined = hub.joined(live, subscription, self._language)
            joined.__enter__()
            self._open[id] = joined
        else:
            self._open[id] = asyncio.create_task(self._once(id, chosen, principal))
            observed().concluded = True

    async def _once(self, id: str, chosen: Chosen, principal: Principal) -> None:
        async with self._turns:
            await self._send_queue.room()
            try:
                with observing(TRANSPORT) as now:
                    now.chosen(chosen.operation, principal)
                    body = await self._hub.once(chosen, principal, self._language)
            except Refusal as refusal:
                self._fail(id, [refused(refusal, self._language)])
            else:
                self._send_queue.put(None, _next(id, body))
                self._emit({"id": id, "type": "complete"})
        self._open.pop(id, None)

    def _complete(self, id: str) -> None:
        held = self._open.pop(id, None)
        if isinstance(held, asyncio.Task):
            held.cancel()
        elif held is not None:
            held.__exit__(None, None, None)

    def _fail(self, id: str, errors: list[Any]) -> None:
        self._emit({"id": id, "type": "error", "payload": errors})

    def _emit(self, message: Mapping[str, Any]) -> None:
        self._send_queue.put(None, orjson.dumps(message))

    async def _write(self, subscription: Subscription | None, body: bytes) -> None:
        text = _next(subscription.id, body) if subscription else body
        await self._send({"type": "websocket.send", "text": text.decode()})


def _next(id: str, body: bytes) -> bytes:
    return b'{"id":' + orjson.dumps(id) + b',"type":"next","payload":' + body + b"}"


async def _all_ended(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task
