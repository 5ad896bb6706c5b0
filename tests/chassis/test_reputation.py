"""Addresses that are cut off again and again wait for all others, and an office behind such an address does not."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from korpu_chassis.http.limits import Limits
from korpu_chassis.http.reputation import FORGIVEN_AT_ONCE, Reputation
from korpu_chassis.http.throttle import Throttle
from tests.chassis.lines import PIECE, line, serving

GET = b"GET %s HTTP/1.1\r\nhost: bakery\r\n%s\r\n"
BAD, GOOD = "127.0.0.1", "127.0.0.2"


class Open:
    """A connection that is closed when the test says so."""

    def __init__(self) -> None:
        self.close: Callable[[], None] | None = None

    def at_loss(self, act: Callable[[], None] | None) -> None:
        self.close = act


def test_whoever_is_cut_off_often_is_of_bad_standing_until_it_is_forgiven() -> None:
    now = [0.0]
    standing = Reputation(clock=lambda: now[0])
    for _ in range(FORGIVEN_AT_ONCE):
        assert not standing.is_bad("203.0.113.7")
        standing.cut("203.0.113.7")

    assert standing.is_bad("203.0.113.7")
    assert not standing.is_bad("203.0.113.8")
    now[0] = 1.0
    assert not standing.is_bad("203.0.113.7")


def test_a_peer_who_speaks_for_others_has_no_standing() -> None:
    standing = Reputation()
    for _ in range(2 * FORGIVEN_AT_ONCE):
        standing.cut(None)

    assert not standing.is_bad("")


async def test_who_waits_begins_by_rounds_of_who_they_are() -> None:
    throttle, begun = Throttle(), list[str]()

    async def one(who: str) -> None:
        assert await throttle.begin(who, Open())
        begun.append(who)

    async with asyncio.timeout(30):
        await asyncio.gather(*(one(who) for who in ["crowd"] * 20 + ["reader"]))

    assert begun.index("reader") <= 1
    assert len(begun) == 21


async def test_whoever_has_left_takes_no_time_of_others() -> None:
    throttle, gone = Throttle(), Open()
    left = asyncio.create_task(throttle.begin("crowd", gone))
    await asyncio.sleep(0)
    stayed = asyncio.create_task(throttle.begin("crowd", Open()))
    await asyncio.sleep(0)

    assert gone.close is not None
    gone.close()

    async with asyncio.timeout(30):
        assert await left is False
        assert await stayed is True


async def test_for_as_long_as_others_begin_nobody_else_does() -> None:
    throttle = Throttle(gap=3600)
    throttle.others()
    waits = asyncio.create_task(throttle.begin("crowd", Open()))

    done, _ = await asyncio.wait([waits], timeout=0.1)

    assert not done
    waits.cancel()


@asynccontextmanager
async def shop() -> AsyncIterator[tuple[int, Reputation]]:
    """A server that forgives nothing, and lets nobody of bad standing begin for an hour after others."""
    standing = Reputation(Throttle(gap=3600), clock=lambda: 0.0)
    async with serving(Limits(), reputation=standing) as (port, _):
        yield port, standing


async def answered(port: int, path: bytes, address: str, headers: bytes = b"") -> bytes:
    async with line(port, local_addr=(address, 0)) as speaks:
        await speaks.says(GET % (path, headers + b"connection: close\r\n"))
        return (await speaks.rest(30)).split(b" ")[1]


async def test_a_crowd_that_is_refused_waits_and_its_neighbours_do_not() -> None:
    async with shop() as (port, standing), line(port, local_addr=(BAD, 0)) as crowd:
        for _ in range(FORGIVEN_AT_ONCE):
            assert not standing.is_bad(BAD)
            assert await answered(port, b"/shut", BAD) == b"401"
        assert standing.is_bad(BAD)
        await answered(port, b"/bread", GOOD)
        await crowd.says(GET % (b"/shut", b""))

        assert await answered(port, b"/bread", GOOD) == b"200"
        assert await answered(port, b"/live", BAD) == b"200"
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(crowd.reader.readline(), 0.2)


async def test_an_officer_behind_the_same_address_does_not_wait_once_the_token_was_good() -> None:
    token = b"authorization: Bearer good\r\n"

    async with shop() as (port, standing), line(port, local_addr=(BAD, 0)) as forger:
        assert await answered(port, b"/known", BAD, token) == b"200"
        for _ in range(FORGIVEN_AT_ONCE):
            standing.cut(BAD)
        await forger.says(GET % (b"/bread", b"authorization: Bearer forged\r\n"))

        assert await answered(port, b"/bread", BAD, token) == b"200"
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(forger.reader.readline(), 0.2)


async def test_a_websocket_waits_too_and_one_that_has_gone_is_not_served() -> None:
    async with shop() as (port, standing), line(port, local_addr=(BAD, 0)) as waits:
        await answered(port, b"/bread", GOOD)
        for _ in range(FORGIVEN_AT_ONCE):
            standing.cut(BAD)
        hello = b"upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\n"
        await waits.says(GET % (b"/", hello + b"sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"))
        async with line(port, local_addr=(BAD, 0)) as leaves:
            await leaves.says(GET % (b"/", hello + b"sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"))

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(waits.reader.readline(), 0.2)
        assert await answered(port, b"/bread", GOOD) == b"200"


@pytest.mark.parametrize(
    "sent",
    [
        b"POST /bread HTTP/1.1\r\nx: " + PIECE * 2,
        b"no HTTP at all\r\n\r\n",
        b"POST /bread HTTP/1.1\r\nhost: bakery\r\ncontent-length: 9000\r\n\r\nk",
        b"",
    ],
    ids=["long head", "no HTTP", "slow body", "silent"],
)
async def test_a_line_that_is_cut_off_counts_and_one_that_is_silent_does_not(sent: bytes) -> None:
    standing = Reputation(clock=lambda: 0.0)
    for _ in range(FORGIVEN_AT_ONCE - 1):
        standing.cut(BAD)
    async with serving(reputation=standing) as (port, _), line(port) as speaks:
        with suppress(ConnectionError, TimeoutError):
            await speaks.says(sent)
        await speaks.rest(30)

    assert standing.is_bad(BAD) is bool(sent)
