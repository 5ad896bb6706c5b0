"""Connections that have no end: each is bounded in bytes and time, and who shows a token is left alone."""

import asyncio

import httpx
import pytest

from korpu_chassis.http.limits import Limits
from tests.chassis.lines import PIECE, code_of, endlessly, line, serving

HEAD = b"POST /bread HTTP/1.1\r\nhost: bakery\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        [HEAD + b"x: ", *[PIECE] * 40],
        [b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\nhost: bakery\r\n\r\n"],
        [HEAD + b"a: b\r\n" * 200 + b"\r\n"],
        [HEAD, *[b"a: b\r\n"] * 200],
        [HEAD + b"transfer-encoding: chunked\r\n\r\n0\r\n" + b"a: b\r\n" * 200 + b"\r\n"],
    ],
    ids=["long value", "long address", "many", "many, one by one", "many trailers"],
)
async def test_a_head_is_bounded_in_bytes_and_lines(sent: list[bytes]) -> None:
    async with serving() as (port, _), line(port) as speaks:
        try:
            await speaks.says(*sent)
        except (ConnectionError, TimeoutError):
            return  # It was closed while it spoke.

        assert code_of(await speaks.rest())[0] == 431


@pytest.mark.parametrize(
    ("begins", "piece"),
    [
        (b"", b""),
        (b"GET", b""),
        (HEAD, b"x: y\r\n"),
        (HEAD + b"content-length: 9000\r\n\r\n", b""),
        (HEAD + b"content-length: 9000\r\n\r\n", b"k"),
        (HEAD + b"transfer-encoding: chunked\r\n\r\n", b"1\r\nk\r\n"),
        (HEAD + b"transfer-encoding: chunked\r\n\r\n", b"400\r\n" + b"k" * 1024 + b"\r\n"),
    ],
    ids=["nothing", "half a line", "slow head", "no body", "slow body", "slow pieces", "endless body"],
)
async def test_what_never_ends_is_ended_and_told_why(begins: bytes, piece: bytes) -> None:
    async with serving() as (port, _), line(port) as speaks:
        await speaks.says(begins)
        speaking = asyncio.create_task(endlessly(speaks, piece) if piece else asyncio.sleep(0))

        answer = await speaks.rest(9)

        # Whoever still speaks when the line is closed may lose the last words.
        assert (answer == b"" and len(piece) > 1000) or code_of(answer) == (408, "too-slow")
        await speaking


async def test_the_rest_of_a_body_is_not_heard_for_ever_once_it_is_answered() -> None:
    async with serving() as (port, _), line(port) as speaks:
        await speaks.says(b"POST /early HTTP/1.1\r\nhost: bakery\r\ntransfer-encoding: chunked\r\n\r\n")
        speaking = asyncio.create_task(endlessly(speaks, b"400\r\n" + b"k" * 1024 + b"\r\n"))

        answer = await speaks.rest()

        assert answer.startswith(b"HTTP/1.1 200")
        await speaking


async def test_who_takes_nothing_of_an_answer_is_cut_off() -> None:
    async with serving() as (port, at_work), line(port, limit=1024) as speaks:
        await speaks.says(b"GET /flood HTTP/1.1\r\nhost: bakery\r\n\r\n")
        await asyncio.sleep(4)

        assert not at_work.server_state.connections
        assert not at_work.server_state.tasks


async def test_a_body_that_comes_steadily_is_taken() -> None:
    async with serving() as (port, _), line(port) as speaks:
        await speaks.says(HEAD + b"content-length: 10240\r\n\r\n", *[b"k" * 1024] * 10, every=0.2)

        assert b"10240 from 127.0.0.1" in await speaks.reader.readuntil(b"127.0.0.1")


async def test_who_sends_letter_by_letter_does_not_wake_the_application_for_each() -> None:
    async with serving() as (port, _), line(port) as speaks:
        await speaks.says(HEAD + b"content-length: 5040\r\n\r\n", *[b"k"] * 40, every=0.01)
        await speaks.says(b"k" * 5_000)
        answer = await speaks.reader.readuntil(b"127.0.0.1")

    assert answer.endswith(b"5040 from 127.0.0.1")
    assert int(answer.partition(b"x-pieces: ")[2].split(b"\r\n")[0]) <= 2


async def test_when_too_many_keep_the_server_waiting_the_eldest_go_and_who_is_known_stays() -> None:
    limits = Limits(waiting=5, waiting_of_an_address=5)
    async with serving(limits) as (port, _), line(port) as known, line(port) as first:
        await known.says(b"POST /known HTTP/1.1\r\nhost: bakery\r\ncontent-length: 4\r\n\r\n")
        await first.says(HEAD)
        await asyncio.sleep(0.3)
        crowd = [await asyncio.open_connection("127.0.0.1", port) for _ in range(5)]

        assert code_of(await first.rest()) == (503, "overloaded")
        await known.says(b"rye!")
        assert b"4 from" in await known.reader.readuntil(b"127.0.0.1")
        async with line(port) as officer:
            await officer.says(b"GET /bread HTTP/1.1\r\nhost: bakery\r\n\r\n")
            assert b"200 OK" in await officer.reader.readline()
        for _, writer in crowd:
            writer.transport.abort()


async def test_the_halves_of_bodies_that_strangers_send_are_bounded_together() -> None:
    async with serving(Limits(unfinished=100_000)) as (port, at_work), line(port) as first, line(port) as second:
        for each in (first, second):
            await each.says(HEAD + b"content-length: 200000\r\n\r\n" + b"k" * 60_000)
            await asyncio.sleep(0.2)

        assert code_of(await first.rest())[0] == 503
        await second.says(b"k" * 30_000)
        assert at_work.config.waiting.bytes == 90_000  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        ((), "203.0.113.7", "127.0.0.1"),
        (("127.0.0.1",), "203.0.113.7", "203.0.113.7"),
        (("127.0.0.0/8",), "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (("192.0.2.0/24",), "203.0.113.7", "127.0.0.1"),
    ],
)
async def test_whence_a_request_comes_is_believed_of_trusted_proxies_alone(
    proxies: tuple[str, ...], told: str, address: str
) -> None:
    async with serving(proxies=proxies) as (port, _), httpx.AsyncClient() as client:
        answer = await client.get(f"http://127.0.0.1:{port}/", headers={"x-forwarded-for": told})

        assert answer.text == f"0 from {address}"


@pytest.mark.parametrize(
    "sent", [b"\x16\x03\x01\x02\x00\r\n\r\n", b"GET /\xc9\x99 HTTP/1.1\r\nhost: b\r\n\r\n", b"GET / HTTP/9\r\n\r\n"]
)
async def test_what_is_no_http_is_told_so(sent: bytes) -> None:
    async with serving() as (port, _), line(port) as speaks:
        await speaks.says(sent)

        assert code_of(await speaks.rest()) == (400, "malformed-request")


async def test_every_answer_says_that_nobody_may_sniff() -> None:
    async with serving() as (port, _), httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        assert (await client.get("/")).headers["x-content-type-options"] == "nosniff"
