"""Places on the ways to an owner: the token before the body, a part for strangers, a part for each caller."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from korpu_gateway.http import proxy
from korpu_local.home import Home
from korpu_local.tokens import Caller, Issuer
from tests.gateway.http.behind import Seen, before_an_owner


@pytest.fixture
async def seen() -> Seen:
    return Seen()


@pytest.fixture(scope="session")
def issuer(home: Home) -> Issuer:
    return Issuer(home, "http://issuer.test")


@pytest.fixture
def officer(issuer: Issuer) -> dict[str, str]:
    """The headers of somebody who is signed in."""
    return {"authorization": f"Bearer {issuer.token(Caller(role='officer'))}"}


@pytest.fixture
async def gateway(seen: Seen, issuer: Issuer) -> AsyncIterator[str]:
    async with before_an_owner(seen, issuer) as address:
        yield address


@pytest.fixture
async def client(gateway: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=gateway) as client:
        yield client


HALF = b"POST /partners/files%s HTTP/1.1\r\nhost: x\r\ncontent-length: 9000\r\n%s\r\nhalf"
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def begun(address: str, count: int, half: bytes) -> list[Line]:
    """So many requests that never end, each on a line of its own."""
    lines = [await asyncio.open_connection(*address.removeprefix("http://").split(":")) for _ in range(count)]
    for _, writer in lines:
        writer.write(half)
        await writer.drain()
    return lines


async def held(address: str, seen: Seen, count: int, half: bytes) -> list[Line]:
    """So many requests that hold a place: the owner reads each, and none ends.

    One is begun after the other, and one that a busy machine lost on its way is begun again: what is counted here are
    places, not how fast a connection is made.
    """
    lines: list[Line] = []
    async with asyncio.timeout(60):
        while len(lines) < count:
            seen.came.clear()
            (line,) = await begun(address, 1, half)
            try:
                async with asyncio.timeout(5):
                    await seen.came.wait()
                lines.append(line)
            except TimeoutError:
                line[1].close()
    return lines


async def status(line: Line) -> int:
    """What is answered, or 0 while nothing is."""
    try:
        return int((await asyncio.wait_for(line[0].readline(), 20)).split()[1])
    except TimeoutError:
        return 0


async def test_a_body_without_a_token_is_refused_before_it_is_read(gateway: str, seen: Seen) -> None:
    lines = await begun(gateway, 3, HALF % (b"", b"")) + await begun(
        gateway, 1, HALF % (b"", b"authorization: Bearer x\r\n")
    )

    assert [await status(line) for line in lines] == [401] * 4
    assert seen.requests == []
    for _, writer in lines:
        writer.close()


async def test_strangers_who_never_end_leave_places_to_who_is_signed_in(
    gateway: str, client: httpx.AsyncClient, officer: dict[str, str], seen: Seen
) -> None:
    lines = await held(gateway, seen, proxy.EACH_STRANGER, HALF % (b"/links", b""))
    lines += await begun(gateway, 2, HALF % (b"/links", b""))

    refused = [await status(line) for line in lines[-2:]]
    other = await client.get("/partners/files/abc", headers={"accept-language": "en"})
    brought = await client.post("/partners/files", content=b"whole", headers=officer)

    assert refused == [503, 503]
    assert (other.status_code, other.json()["code"], other.headers["retry-after"]) == (503, "overloaded", "1")
    assert brought.status_code == 418
    for _, writer in lines:
        writer.close()


async def test_one_caller_has_a_part_of_the_places(
    gateway: str, client: httpx.AsyncClient, officer: dict[str, str], issuer: Issuer, seen: Seen
) -> None:
    token = f"authorization: {officer['authorization']}\r\n".encode()
    lines = await held(gateway, seen, proxy.EACH, HALF % (b"", token))
    other = {"authorization": f"Bearer {issuer.token(Caller(role='officer', subject='another'))}"}

    assert (await client.get("/partners/files/abc", headers=officer)).status_code == 503
    assert (await client.post("/partners/files", content=b"whole", headers=other)).status_code == 418
    for _, writer in lines:
        writer.close()
