"""Attacks on connections: what never ends, what nobody reads, and very many at once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import NamedTuple

import orjson

from tests.chassis.lines import PIECE, Line, line


class Target(NamedTuple):
    """The gateway that is attacked."""

    port: int
    token: str = ""

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"


Attack = Callable[[Target, int], Awaitable[None]]
"""One attacker, who is begun again until the time is over; the number tells attackers apart."""

POST = b"POST %s HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\n"
HELLO = (
    b"GET /graphql HTTP/1.1\r\nhost: gateway\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
    b"sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    b"sec-websocket-protocol: graphql-transport-ws\r\n\r\n"
)
CROWD, SLOW, HALVES = 1_000, 300, 64
"""Connections of one attacker; there are two."""
EVERY = 0.5
GONE = (OSError, TimeoutError, asyncio.IncompleteReadError)


def frame(kind: int, payload: bytes) -> bytes:
    """One masked frame of a WebSocket."""
    size = len(payload)
    length = bytes([128 | size]) if size < 126 else b"\xfe" + size.to_bytes(2, "big")
    return bytes([128 | kind]) + length + b"\0\0\0\0" + payload


@asynccontextmanager
async def unread_socket(target: Target) -> AsyncIterator[Line]:
    """A WebSocket of a stranger who has said hello and reads nothing."""
    async with line(target.port, limit=1024) as speaks:
        await speaks.says(HELLO)
        await speaks.reader.readuntil(b"\r\n\r\n")
        await speaks.says(frame(1, orjson.dumps({"type": "connection_init"})))
        yield speaks


async def unread_pings(target: Target, _: int) -> None:
    """Pings of the protocol on one socket, pings of 60 KB on another, and no answer is read."""
    bare = frame(9, b"p" * 125) * 500
    long = frame(1, orjson.dumps({"type": "ping", "payload": {"k": "k" * 60_000}}))

    async def without_end(piece: bytes) -> None:
        while True:
            with suppress(*GONE):
                async with unread_socket(target) as speaks:
                    while True:
                        await speaks.says(piece)
            await asyncio.sleep(0.01)

    await asyncio.gather(without_end(bare), without_end(long))


async def head_of_60_mb(target: Target, _: int) -> None:
    """One header that goes on and on."""
    async with line(target.port) as speaks:
        await speaks.says(POST % b"/graphql" + b"x: ", *[PIECE] * 960)


async def endless_body(target: Target, _: int) -> None:
    """Pieces without a last one."""
    async with line(target.port) as speaks:
        await speaks.says(POST % b"/graphql" + b"transfer-encoding: chunked\r\n\r\n")
        while True:
            await speaks.says(b"10000\r\n" + PIECE + b"\r\n")


async def slow_heads(target: Target, _: int) -> None:
    """Many heads, a line of each now and then."""
    await _slowly(target, POST % b"/graphql", b"x: y\r\n")


async def slow_bodies(target: Target, _: int) -> None:
    """Many bodies, a letter of each now and then."""
    await _slowly(target, POST % b"/graphql" + b"content-length: 9000\r\n\r\n", b" ")


async def half_uploads(target: Target, _: int) -> None:
    """Files that break off, for a token and for a link that nobody has."""
    for path in (b"/partners/files", b"/partners/files/links"):
        await _at_once(target, HALVES, POST % path + b"content-length: 9000\r\n\r\nhalf")


async def anonymous_sockets(target: Target, _: int) -> None:
    """A thousand WebSockets of each attacker, which say hello and stay."""
    hello = frame(1, orjson.dumps({"type": "connection_init"}))
    async with _many() as lines:
        for n in range(CROWD):
            with suppress(*GONE):
                speaks = await lines(target)
                await speaks.says(HELLO)
                await speaks.reader.readuntil(b"\r\n\r\n")
                await speaks.says(hello)
            if n % 20 == 0:
                await asyncio.sleep(0.01)
        await asyncio.Event().wait()


@asynccontextmanager
async def _many() -> AsyncIterator[Callable[[Target], Awaitable[Line]]]:
    """Opens lines that all stay open until the block ends."""
    opened: list[asyncio.StreamWriter] = []

    async def one(target: Target) -> Line:
        reader, writer = await asyncio.open_connection("127.0.0.1", target.port)
        opened.append(writer)
        return Line(reader, writer)

    try:
        yield one
    finally:
        for writer in opened:
            writer.transport.abort()


async def _slowly(target: Target, begins: bytes, piece: bytes) -> None:
    """Many lines that begin so and go on slowly; one that is closed is begun anew."""

    async def one() -> None:
        while True:
            with suppress(*GONE):
                async with line(target.port) as speaks:
                    await speaks.says(begins)
                    while not speaks.reader.at_eof():
                        await speaks.says(piece, every=EVERY)
            await asyncio.sleep(EVERY)

    await asyncio.gather(*(one() for _ in range(SLOW)))


async def _at_once(target: Target, count: int, begins: bytes) -> None:
    """So many lines that begin so, held for a while."""
    async with _many() as lines:
        for _ in range(count):
            await (await lines(target)).says(begins)
        await asyncio.sleep(EVERY)


FLOODS: dict[str, Attack] = {
    "pings that nobody reads": unread_pings,
    "a head of 60 MB": head_of_60_mb,
    "slow heads": slow_heads,
    "slow bodies": slow_bodies,
    "an endless body": endless_body,
    "half uploads without a token": half_uploads,
    "2,000 anonymous sockets": anonymous_sockets,
}
