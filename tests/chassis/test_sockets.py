"""WebSockets that say too much, or read nothing: nothing is kept for them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvloop

from korpu_chassis.http.limits import Limits
from tests.chassis.lines import Line, endlessly, line, serving

HELLO = (
    b"GET /oven HTTP/1.1\r\nhost: bakery\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
    b"sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)


def frame(kind: int, payload: bytes = b"", *, last: bool = True) -> bytes:
    size = len(payload)
    length = bytes([128 | size]) if size < 126 else b"\xfe" + size.to_bytes(2, "big")
    return bytes([128 * last | kind]) + length + b"\0\0\0\0" + payload


@asynccontextmanager
async def socket(port: int) -> AsyncIterator[Line]:
    async with line(port) as speaks:
        await speaks.says(HELLO)
        head = await speaks.reader.readuntil(b"\r\n\r\n")
        assert b" 101 " in head
        assert b"nosniff" in head
        yield speaks


@pytest.mark.parametrize(
    "flood",
    [frame(9, b"p" * 125), frame(10, b"p" * 125), frame(9), frame(0, b"", last=False)],
    ids=["pings", "pongs", "empty pings", "fragments"],
)
async def test_frames_without_content_end_the_connection_and_nothing_is_kept_of_them(flood: bytes) -> None:
    async with serving() as (port, at_work), socket(port) as speaks:
        if flood[0] & 15 == 0:
            await speaks.says(frame(1, b"begins", last=False))
        async with asyncio.timeout(15):
            await endlessly(speaks, flood * (64 * 1024 // len(flood)), every=0.0)
        await asyncio.sleep(0.5)

        assert not at_work.server_state.connections


async def test_who_pings_now_and_then_is_answered() -> None:
    async with serving() as (port, _), socket(port) as speaks:
        for _ in range(3):
            await speaks.says(frame(9, b"here?"), every=0.1)

        assert await speaks.reader.readexactly(21) == b"\x8a\x05here?" * 3


async def test_of_many_pings_at_once_the_last_is_answered() -> None:
    async with serving() as (port, _), socket(port) as speaks:
        await speaks.says(b"".join(frame(9, str(each).encode()) for each in range(10, 20)))

        assert await speaks.reader.readexactly(4) == b"\x8a\x0219"


async def test_nothing_is_read_of_who_does_not_read() -> None:
    async with serving(Limits()) as (port, at_work), socket(port) as speaks:
        await endlessly(speaks, frame(1, b"k" * 60_000) * 10, every=0.0)

        held = next(iter(at_work.server_state.connections))
        assert held.transport.get_write_buffer_size() < 200_000
        assert len(held._unread) <= 600_000  # type: ignore[union-attr] # noqa: SLF001 -- what it holds is the question


async def most_held_of_a_flood() -> int:
    """How many bytes wait unread, of one who says much to an application that takes its time."""
    async with serving(Limits()) as (port, at_work), line(port) as speaks:
        await speaks.says(HELLO.replace(b"/oven", b"/quiet"))
        await speaks.reader.readuntil(b"\r\n\r\n")
        speaking = asyncio.create_task(endlessly(speaks, frame(1, b"k" * 60_000) * 10, every=0.0))
        held: Any = next(iter(at_work.server_state.connections))
        most = 0
        for _ in range(200):
            await asyncio.sleep(0.01)
            most = max(most, len(held._unread))  # noqa: SLF001 -- what it holds is the question
        speaking.cancel()
    return most


@pytest.mark.parametrize("run", [asyncio.run, uvloop.run])
def test_no_more_is_read_than_an_application_takes(run: Callable[[Any], int]) -> None:
    assert 0 < run(most_held_of_a_flood()) <= 600_000  # uvloop, as processes have it, reads before what was called soon


@pytest.mark.parametrize("half", [b"\x81\xfe\xf0\x00\0\0\0\0" + b"k" * 1000, frame(1, b"begins", last=False)])
async def test_a_message_that_never_ends_ends_the_connection(half: bytes) -> None:
    async with serving() as (port, _), socket(port) as speaks:
        await speaks.says(half)

        assert (await speaks.rest())[2:4] == (1008).to_bytes(2, "big")


@pytest.mark.parametrize(
    "changed",
    [
        lambda head: head.replace(b"version: 13", b"version: 7"),
        lambda head: head.replace(b"AAAA", b""),
        lambda head: head.replace(b"/oven", b"/\xc9\x99"),
    ],
    ids=["version", "key", "address"],
)
async def test_a_websocket_that_cannot_be_is_refused_with_a_status(changed: Callable[[bytes], bytes]) -> None:
    async with serving() as (port, _), line(port) as speaks:
        await speaks.says(changed(HELLO))

        answer = await speaks.rest()
        assert 400 <= int(answer.split()[1]) < 500
        assert b"nosniff" in answer
