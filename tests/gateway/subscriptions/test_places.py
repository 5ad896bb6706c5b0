"""Places for live connections: strangers never shut out who is signed in, and nothing is kept for who does not read."""

import asyncio
from contextlib import AsyncExitStack, suppress
from socket import SO_RCVBUF, SOL_SOCKET

import orjson

from tests.gateway.campus import Campus
from tests.gateway.subscriptions.test_protocol import ANY
from tests.gateway.watching import events, watcher

HELLO = (
    b"GET /graphql HTTP/1.1\r\nhost: gateway\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
    b"sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    b"sec-websocket-protocol: graphql-transport-ws\r\n\r\n"
)
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def said(message: object) -> bytes:
    """One masked frame of text."""
    text = orjson.dumps(message)
    length = bytes([128 | len(text)]) if len(text) < 126 else b"\xfe" + len(text).to_bytes(2, "big")
    return b"\x81" + length + b"\0\0\0\0" + text


async def greeted(address: str) -> Line:
    """A bare WebSocket on which nothing has been said."""
    line = await asyncio.open_connection(*address.removeprefix("http://").split(":"))
    line[1].write(HELLO)
    return line


async def test_strangers_leave_half_of_the_places_to_who_is_signed_in(campus: Campus) -> None:
    async with campus.another(live_connections=8) as gateway, AsyncExitStack() as stack:
        for _ in range(4):
            await stack.enter_async_context(watcher(gateway.address))
        async with watcher(gateway.address, begin=False) as fifth:
            await fifth.says(type="connection_init")
            assert (await fifth.ends())[0] == 1013
        async with events(gateway.client, {"accept-language": "de"}, ANY["query"]) as stream:
            assert stream.response.status_code == 503
            assert stream.response.headers["retry-after"] == "1"
        for each in range(4):
            token = campus.token("officer", subject=f"officer-{each}")
            officer = await stack.enter_async_context(watcher(gateway.address, token))
            await officer.watches(ANY["query"])


async def test_sockets_that_say_nothing_keep_no_officer_out(campus: Campus) -> None:
    async with campus.another(live_connections=20) as gateway:
        silent = [await greeted(gateway.address) for _ in range(530)]

        async with asyncio.timeout(20), watcher(gateway.address, campus.token("officer")) as officer:
            await officer.watches(ANY["query"])

        for _, writer in silent:
            writer.transport.abort()


async def test_nothing_is_kept_for_who_says_much_and_reads_nothing(campus: Campus) -> None:
    reader, writer = await greeted(campus.address)
    writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_RCVBUF, 4096)
    await reader.readuntil(b"\r\n\r\n")
    reader._transport.pause_reading()  # type: ignore[attr-defined] # noqa: SLF001 -- nothing else stops a reader of asyncio
    writer.write(said({"type": "connection_init"}))
    ping, taken = said({"type": "ping", "payload": {"k": "k" * 60_000}}), 0
    with suppress(TimeoutError, ConnectionError):
        while taken < 100_000_000:
            writer.write(ping)
            await asyncio.wait_for(writer.drain(), 3)
            taken += len(ping)

    # What is beyond the buffers of the system, the gateway would have kept.
    assert taken < 20_000_000
    writer.transport.abort()


async def test_answers_wait_for_room_before_they_are_made(campus: Campus) -> None:
    async with watcher(campus.address, campus.token("officer")) as watching:
        for each in range(30):
            await watching.says(id=str(each), type="subscribe", payload={"query": "{ __typename }"})
        told = await watching.hears_until_silence(1.0)

    assert sum(each["type"] == "complete" for each in told) == 30
