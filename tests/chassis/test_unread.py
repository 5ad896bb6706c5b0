"""Strangers who read nothing: what is kept for all of them together is bounded, and the eldest go."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from typing import Any

import pytest

from korpu_chassis.http.limits import Limits
from korpu_chassis.http.server import Server
from tests.chassis.lines import Line, line, serving
from tests.chassis.test_sockets import HELLO, frame

MANY = 8
PATIENT = {"unread": 1_000, "message_within": 1_000}


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not holds():  # noqa: ASYNC110 -- nobody would tell
            await asyncio.sleep(0.01)


async def asks_much(speaks: Line) -> None:
    """An answer of 32 MB."""
    await speaks.says(b"GET /flood HTTP/1.1\r\nhost: bakery\r\nconnection: close\r\n\r\n")


async def says_much(speaks: Line) -> None:
    """A WebSocket that is answered with as much as it says."""
    await speaks.says(HELLO)
    await speaks.reader.readuntil(b"\r\n\r\n")
    # What the system keeps for both sides comes first, on some machines several megabytes.
    with suppress(TimeoutError, ConnectionError):
        for _ in range(300):
            speaks.writer.write(frame(1, b"k" * 60_000))
            await asyncio.wait_for(speaks.writer.drain(), 0.5)


@asynccontextmanager
async def unread(
    way: Callable[[Line], Any], how_many: int, **limits: int
) -> AsyncIterator[tuple[Server, list[Line], Callable[[], int]]]:
    """So many who read nothing, one after the other; each is stalled before the next one comes."""
    async with serving(Limits(**PATIENT, **limits)) as (port, at_work), AsyncExitStack() as opened:
        lines: list[Line] = []
        for _ in range(how_many):
            speaks = await opened.enter_async_context(line(port))
            before = set(at_work.server_state.connections)
            lines.append(speaks)
            await way(speaks)
            await until(partial(_is_settled, at_work, before))
        yield at_work, lines, lambda: len(at_work.config.unread)  # type: ignore[attr-defined]


def _is_settled(at_work: Server, before: set[Any]) -> bool:
    """Who came last is stalled, or gone already."""
    new = set(at_work.server_state.connections) - before
    return not new or any(map(_stalls, new))


def _stalls(connection: Any) -> bool:
    return connection.flow.write_paused if hasattr(connection, "flow") else not connection.writable.is_set()


WAYS = pytest.mark.parametrize("way", [asks_much, says_much])


@WAYS
async def test_one_address_has_a_few_and_the_eldest_go(way: Callable[[Line], Any]) -> None:
    async with unread(way, MANY, unread_of_an_address=3) as (at_work, _, counted):
        await until(lambda: len(at_work.server_state.connections) == 3)

        assert counted() == 3


@WAYS
async def test_all_together_keep_so_many_bytes(way: Callable[[Line], Any]) -> None:
    most = 2_000_000 if way is says_much else 250_000
    async with unread(way, MANY, unread_bytes=most) as (at_work, _, counted):
        await until(lambda: len(at_work.server_state.connections) < MANY)

        assert 0 < at_work.config.unread.bytes <= most  # type: ignore[attr-defined]
        assert 0 < counted() < MANY


@WAYS
async def test_who_shows_a_token_or_leaves_is_counted_no_more(way: Callable[[Line], Any]) -> None:
    async with unread(way, 2) as (at_work, lines, counted):
        assert counted() == 2

        for each in at_work.server_state.connections:
            each.prove()  # type: ignore[union-attr] # all are ours
            break
        assert counted() == 1
        for speaks in lines:
            speaks.writer.transport.abort()
        await until(lambda: not at_work.server_state.connections)

        assert (counted(), at_work.config.unread.bytes) == (0, 0)  # type: ignore[attr-defined]


async def test_who_reads_on_is_counted_no_more() -> None:
    async with unread(asks_much, 1) as (_, [speaks], counted):
        assert counted() == 1

        size, last = 0, b""
        while piece := await speaks.reader.read(1_000_000):
            size, last = size + len(piece), piece

        assert size > 32_000_000
        assert b"0 from 127.0.0.1" in last
        assert counted() == 0
