"""The ways through the gateway: what lies on one reaches its owner as it was sent, and nothing else does."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from hypothesis import given
from hypothesis import strategies as st

from korpu_chassis.http.middleware import App
from korpu_gateway.http import proxy
from korpu_gateway.http.proxy import LARGEST_FILE, WAYS, Way, passing
from korpu_gateway.owners.owner import Owner
from korpu_gateway.owners.owners import Owners
from korpu_local.home import Home
from korpu_local.tokens import Caller, Issuer
from tests.gateway.campus import serving
from tests.gateway.http.behind import NOBODY_S, Seen, before_an_owner, nothing_else

PIECE = b"k" * 64 * 1024


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


async def asked(address: str, request: bytes) -> bytes:
    """Send bytes as no well-behaved client would, and read the answer to its end."""
    reader, writer = await asyncio.open_connection(*address.removeprefix("http://").split(":"))
    writer.write(request)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    return answer


async def test_the_answer_of_the_owner_is_the_answer_of_the_gateway(client: httpx.AsyncClient, seen: Seen) -> None:
    response = await client.get("/partners/files/abc?a=1&b=%20")

    assert (response.status_code, response.text, response.headers["etag"]) == (418, "said by the owner", '"1"')
    assert seen.requests[0].url.path == "/files/abc"
    assert seen.requests[0].url.query == "a=1&b=%20"


async def test_the_token_goes_along_and_cookies_and_other_headers_stay(
    client: httpx.AsyncClient, seen: Seen, officer: dict[str, str]
) -> None:
    headers = {**officer, "accept-language": "ru", "cookie": "a=b", "x-forwarded-for": "1.2.3.4"}
    headers |= {"correlation-id": "c", "traceparent": f"00-{'a' * 32}-{'b' * 16}-01", "te": "trailers", "host": "evil"}

    response = await client.get("/partners/papers/x", headers=headers)

    got = seen.requests[0].headers
    assert {name: got.get(name) for name in ("authorization", "accept-language", "correlation-id", "traceparent")} == {
        name: headers[name] for name in ("authorization", "accept-language", "correlation-id", "traceparent")
    }
    assert {"cookie", "x-forwarded-for", "te"} & set(got.keys()) == set()
    assert got["host"].startswith("127.0.0.1")
    assert {"set-cookie", "x-hop"} & set(response.headers) == set()


@pytest.mark.parametrize(
    "header",
    [
        'attachment; filename="Saziş.pdf"'.encode(),
        b"attachment; filename*=UTF-8''Sazi%C5%9F.pdf",
        b"attachment; filename=M\xfcqavil.pdf",
        b"\xff\xfe\x80",
    ],
)
@pytest.mark.parametrize("way", WAYS)
async def test_headers_pass_as_the_bytes_that_they_are_both_ways(
    client: httpx.AsyncClient, seen: Seen, way: Way, header: bytes
) -> None:
    sent = {b"content-disposition": header, b"if-match": header, b"accept-language": header}

    response = await client.get(way.path, headers=sent)

    assert response.status_code == 418
    assert {name: dict(seen.requests[0].headers.raw)[name] for name in sent} == sent
    assert dict(response.headers.raw)[b"content-disposition"] == header


async def test_who_sends_no_token_sends_none(client: httpx.AsyncClient, seen: Seen) -> None:
    await client.get("/partners/files/abc")

    assert "authorization" not in seen.requests[0].headers


async def test_who_tries_secrets_of_guest_links_out_is_asked_to_wait(client: httpx.AsyncClient, seen: Seen) -> None:
    guesses: list[httpx.Response] = []
    while len(guesses) < 90 and (not guesses or guesses[-1].status_code == 418):
        guesses.append(await client.post("/mobility/guest-links/see", json={"secret": "a"}))
    opening = await client.post("/mobility/guest-links", json={})

    assert len(guesses) > 30
    assert guesses[-1].status_code == 429
    assert int(guesses[-1].headers["retry-after"]) in (1, 2)
    assert (opening.status_code, len(seen.requests)) == (401, len(guesses) - 1)


@pytest.mark.parametrize("announced", [True, False])
async def test_a_file_of_25_mb_passes_in_pieces_and_one_byte_more_does_not(
    client: httpx.AsyncClient, seen: Seen, officer: dict[str, str], *, announced: bool
) -> None:
    async def body(size: int) -> AsyncIterator[bytes]:
        for _ in range(size // len(PIECE)):
            yield PIECE
        yield b"k" * (size % len(PIECE))

    def length(size: int) -> dict[str, str]:
        return officer | ({"content-length": str(size)} if announced else {})

    whole = await client.post("/partners/files", content=body(LARGEST_FILE), headers=length(LARGEST_FILE))
    taken = seen.bytes
    larger = LARGEST_FILE + 1
    more = await client.post("/partners/files", content=body(larger), headers=length(larger))

    assert (whole.status_code, taken) == (418, LARGEST_FILE)
    assert (more.status_code, more.json()["code"]) == (413, "too-large-to-pass")


async def test_a_form_is_bounded_as_a_form(client: httpx.AsyncClient) -> None:
    response = await client.post("/partners/calendars", content=b"x" * (256 * 1024 + 1))

    assert response.status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/partners/files/../commands/register-organisation",
        "/partners/files/..%2fcommands",
        "/partners/files/%2e%2e/commands",
        "/partners/files/%252e%252e/x",
        "/partners/files//x",
        "/partners/files/./x",
        "/partners/files/",
        "/partners//files",
        "/partners/files%2fx",
        "/partners/files\\x",
        "/partners/files/x;a=b",
        "/partners/files/a%00b",
        "/partners/files/ə",
        "/partners/filesx",
        "/partners/commands/register-organisation",
        "/partners",
        "/Partners/files/x",
        "/mobility/filesx",
        "//partners/files",
        "/partners/files/" + "x" * 2100,
        "http://elsewhere/partners/files/../commands",
    ],
)
async def test_what_does_not_lie_plainly_on_a_way_is_not_found(gateway: str, seen: Seen, path: str) -> None:
    answer = await asked(gateway, f"GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".encode())

    assert seen.requests == []
    assert answer.split(b" ")[1] in {b"404", b"400"}


@given(st.text(alphabet="./%\\25efa ;:?#\x00\r\nə", max_size=20))
def test_however_an_address_is_written_the_owner_sees_a_plain_one(tail: str) -> None:
    way, raw = WAYS[0], f"/partners/files{tail}".encode("utf-8", "replace")

    if proxy.PLAIN.fullmatch(raw) and way.leads(raw.decode()):
        assert "//" not in raw.decode()
        assert not {".", ".."} & set(raw.decode().split("/"))
        assert b"%" not in raw


@pytest.mark.parametrize(("way", "method"), [(way, m) for way in WAYS for m in ("PATCH", "OPTIONS", "TRACE", "PUT")])
async def test_a_method_that_the_way_does_not_take_is_refused(
    client: httpx.AsyncClient, seen: Seen, way: Way, method: str
) -> None:
    response = await client.request(method, way.path)

    allowed = method in way.methods
    assert response.status_code == (418 if allowed else 405)
    assert len(seen.requests) == int(allowed)


@pytest.mark.parametrize("length", ["-1", "1e9", "99999999999", "²"])
async def test_a_length_that_is_none_is_refused(gateway: str, seen: Seen, length: str) -> None:
    head = f"POST /partners/files HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"

    answer = await asked(gateway, head.encode())

    assert answer.split(b" ")[1] in {b"400", b"413"}
    assert seen.requests == []


async def test_an_owner_that_is_away_is_said_to_be_away() -> None:
    owners = Owners({"partners": Owner("partners", httpx.AsyncClient(base_url="http://127.0.0.1:1"))})
    app: App = passing(owners, NOBODY_S, nothing_else())

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://gateway") as client:
        response = await client.get("/partners/files/x", headers={"accept-language": "en"})

    assert (response.status_code, response.json()["code"]) == (503, "unavailable")
    assert response.headers["content-type"] == "application/problem+json"
    await owners.close()


async def test_a_reader_sees_that_an_answer_broke_off() -> None:
    broken = FastAPI()

    @broken.get("/files/x")
    async def half() -> StreamingResponse:
        async def told() -> AsyncIterator[bytes]:
            yield b"half"
            raise OSError

        return StreamingResponse(told(), headers={"content-length": "8"})

    async with serving(broken) as behind:
        owners = Owners.at({"partners": behind})
        async with (
            serving(passing(owners, NOBODY_S, nothing_else())) as address,
            httpx.AsyncClient(base_url=address) as client,
        ):
            with pytest.raises(httpx.RemoteProtocolError):
                await client.get("/partners/files/x")
        await owners.close()
