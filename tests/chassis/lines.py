"""A small server behind the limits of connections, and bare lines to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import orjson

from korpu_chassis.http.limits import Limits
from korpu_chassis.http.middleware import Receive, Scope, Send
from korpu_chassis.http.server import Server, server
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import ADDRESS, proven

PIECE = b"k" * 65_536
QUICK = Limits(head_within=1, silence=1, body_within=3, unread=1, lingering=1, slowest=1_000, message_within=1)


async def bakery(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads a body whole; `/known` believes who asks, `/flood` answers much, `/early` before the body; `/shut` is."""
    if scope["type"] == "websocket":
        await oven(receive, send, answers=scope["path"] != "/quiet")
        return
    if scope["path"] == "/known":
        proven(scope, Principal("baker"))
    size, pieces, more = 0, 0, scope["path"] != "/early"
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size, pieces, more = size + len(message["body"]), pieces + 1, message.get("more_body", False)
    counted = [(b"x-pieces", str(pieces).encode())]
    await send({"type": "http.response.start", "status": 401 if scope["path"] == "/shut" else 200, "headers": counted})
    for _ in range(500 * (scope["path"] == "/flood")):
        await send({"type": "http.response.body", "body": PIECE, "more_body": True})
    await send({"type": "http.response.body", "body": f"{size} from {ADDRESS.get()}".encode()})


async def oven(receive: Receive, send: Send, *, answers: bool) -> None:
    """A WebSocket that says what it hears, or takes its time and says nothing."""
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        if answers:
            await send({"type": "websocket.send", "text": message["text"]})
        else:
            await asyncio.sleep(0.01)


@asynccontextmanager
async def serving(limits: Limits = QUICK, **more: Any) -> AsyncIterator[tuple[int, Server]]:
    at_work = server(bakery, limits=limits, port=0, lifespan="off", **more)
    at_work.config.load()
    at_work.lifespan = at_work.config.lifespan_class(at_work.config)
    await at_work.startup()
    ticking = asyncio.create_task(at_work.main_loop())
    try:
        yield at_work.servers[0].sockets[0].getsockname()[1], at_work
    finally:
        at_work.should_exit = at_work.force_exit = True
        await ticking
        await at_work.shutdown()


class Line:
    """One bare connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def says(self, *pieces: bytes, every: float = 0.0) -> None:
        for each in pieces:
            self.writer.write(each)
            await asyncio.wait_for(self.writer.drain(), 5)
            await asyncio.sleep(every)

    async def rest(self, within: float = 6.0) -> bytes:
        """All that is still said until the connection ends."""
        heard = b""
        with suppress(ConnectionError):
            async with asyncio.timeout(within):
                while piece := await self.reader.read(65_536):
                    heard += piece
        return heard


@asynccontextmanager
async def line(port: int, **more: Any) -> AsyncIterator[Line]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, **more)
    try:
        yield Line(reader, writer)
    finally:
        writer.transport.abort()


async def endlessly(speaks: Line, piece: bytes, every: float = 0.2) -> None:
    """Say this again and again, until nobody listens."""
    try:
        while True:
            await speaks.says(piece, every=every)
    except (ConnectionError, TimeoutError):
        return


def code_of(answer: bytes) -> tuple[int, str]:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"x-content-type-options: nosniff" in head.lower()
    return int(head.split()[1]), orjson.loads(body)["code"]
