"""One stream of events to one client."""

import asyncio
from contextlib import suppress

import orjson

from korpu_chassis.http.middleware import Receive, Send
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Unauthenticated
from korpu_gateway.reads.errors import refused
from korpu_gateway.subscriptions.send_queue import SendQueue, Subscription, at_expiry

STILL_HERE = b":\n\n"
STILL_HERE_EVERY = 15.0
COMPLETE = b"event: complete\ndata: \n\n"
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class Stream:
    """One stream of events to one client."""

    def __init__(self, send: Send, principal: Principal, language: str) -> None:
        self._send = send
        self._principal = principal
        self._language = language
        self._over, self._stopped = asyncio.Event(), asyncio.Event()
        self.send_queue = SendQueue(self._over.set)

    def stop(self) -> None:
        """End the stream but not the operation: the client comes again, to another process."""
        self._stopped.set()

    async def run(self, receive: Receive) -> None:
        """Send events until the client leaves, its token ends or the server stops."""
        await self._send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await self._write(None, STILL_HERE)
        ends = [
            asyncio.create_task(_left(receive)),
            asyncio.create_task(self.send_queue.forever(self._write)),
            asyncio.create_task(self._over.wait()),
            asyncio.create_task(self._stopped.wait()),
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
            last = next_event(orjson.dumps({"errors": [refused(Unauthenticated(), self._language)]})) + COMPLETE
        with suppress(OSError):
            await self._send({"type": "http.response.body", "body": last})

    async def _keep_alive(self) -> None:
        while True:
            await asyncio.sleep(STILL_HERE_EVERY)
            self.send_queue.put(None, STILL_HERE)

    async def _write(self, subscription: Subscription | None, body: bytes) -> None:
        event = next_event(body) if subscription else body
        await self._send({"type": "http.response.body", "body": event, "more_body": True})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def next_event(body: bytes) -> bytes:
    """One response as an event."""
    return b"event: next\ndata: " + body + b"\n\n"
