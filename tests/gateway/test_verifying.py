"""Checking a paper at the gateway: anybody may, and hears what stands behind it today and of no person."""

import hashlib
import zlib
from typing import Any
from uuid import UUID

import httpx
import orjson
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from korpu_chassis.http.middleware import add_request_middleware
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import ADDRESS
from korpu_documents.papers.codes import ALPHABET, check_of, new_code, shown
from korpu_gateway.http.verification import verification
from korpu_gateway.readmodel.documents import packed
from korpu_gateway.readmodel.verification import Checks, TooManyChecks, well_formed
from tests.gateway.conftest import NOBODY, Gateway

HASH = "ab" * 32
KEEP = {
    "paper": text("INSERT INTO paper (id, version, doc, valid_from) VALUES (:id, 1, cast(:doc AS jsonb), now())"),
    "mobility_paper": text(
        "INSERT INTO mobility_paper (id, version, doc, valid_from) SELECT :id, 1, cast(:doc AS jsonb), now()"
    ),
    "agreement": text("INSERT INTO agreement (id, version, doc, valid_from) SELECT :id, 1, cast(:doc AS jsonb), now()"),
}


async def kept(gateway: Gateway, agreement: dict[str, Any] | None = None, table: str = "paper", **other: Any) -> str:
    """A paper in the read model; gives its code."""
    code, of = new_code(), agreement and agreement["id"]
    paper = {
        "id": str(UUID(int=int(hashlib.sha256(code.encode()).hexdigest()[:32], 16))),
        "version": 1, "code": "DOC-2026-0001", "status": "issued", "unit": None, "template": "agreement",
        "agreement_id": of, "letter_id": None, "amendment": None, "number": "MOU-2026-014",
        "made_on": "2026-09-07", "file": {"sha256": HASH},
        "parties": [{"organisation_id": None, "names": {"texts": {"az": {"text": "Gəncə <b>", "revision": 1}}}}],
        "draft": False, "terms_hash": "h1", "reason": None,
        "code_digest": hashlib.sha256(code.encode()).hexdigest(), **other,
    }  # fmt: skip
    await put(gateway, table, paper)
    return code


async def put(gateway: Gateway, kind: str, state: dict[str, Any]) -> None:
    words = {"_": {"kind": kind, "sort": "a", "search": "a"}}
    async with gateway.database.transaction() as session:
        row = {"id": state["id"], "doc": packed({**state, **words})}
        await session.execute(KEEP[kind], row)


def agreement(**other: Any) -> dict[str, Any]:
    given = {"id": str(UUID(int=zlib.crc32(repr(other).encode()))), "code": "MOU-2026-014", "status": "in_force"}
    told = {"signed_on": "2026-09-08", "terms_hash": "h1", "signed_terms": {"hash": "h1"}, "successor_id": None}
    empty = {"parties": [], "version": 1, "origin": None, "changed_at": "2026-09-08T00:00:00Z"}
    return {**given, **told, **empty, **other}


@pytest.fixture
async def pages(gateway: Gateway) -> httpx.AsyncClient:
    app = FastAPI()
    app.include_router(verification(gateway.pool, Checks()))
    add_request_middleware(app, "gateway")
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://gateway")


@pytest.mark.parametrize(
    ("of", "paper", "standing"),
    [
        (agreement(), {}, "in_force"),
        (agreement(status="terminated"), {}, "terminated"),
        (agreement(status="approved", signed_on=None, signed_terms=None), {}, "unsigned"),
        (agreement(status="draft", signed_on=None, signed_terms=None, terms_hash="h2"), {}, "outdated"),
        (agreement(signed_terms={"hash": "h2"}), {}, "outdated"),
        (None, {"template": "letter"}, "issued"),
        (agreement(status="expiring"), {"draft": True}, "draft"),
        (agreement(status="suspended"), {"status": "revoked", "reason": "wrong dates"}, "revoked"),
    ],
    ids=str,
)
async def test_a_paper_says_what_stands_behind_it(
    gateway: Gateway, of: dict[str, Any] | None, paper: dict[str, Any], standing: str
) -> None:
    if of:
        await put(gateway, "agreement", of)

    found = await Checks().of(gateway.pool, await kept(gateway, of, **paper))

    assert found is not None
    assert (found.standing, found.number, found.reason) == (standing, "MOU-2026-014", paper.get("reason"))


async def test_a_paper_of_a_cancelled_trip_is_void_since_the_day_of_that(
    gateway: Gateway, pages: httpx.AsyncClient
) -> None:
    library = gateway.library
    host = library.organisation()
    trip = library.trip(host, library.agreement(host), library.person(), status="approved", version=1)
    off = {**trip, "status": "cancelled", "version": 2}
    await gateway.hears("trip", trip, at="2026-03-02T08:00:00Z")
    await gateway.hears("trip", off, at="2026-03-05T21:30:00Z")
    await gateway.hears("trip", {**off, "version": 3}, at="2026-04-01T08:00:00Z")
    code = await kept(gateway, table="mobility_paper", template="trip_order", trip_id=trip["id"])

    found = await Checks().of(gateway.pool, code)
    page = await pages.get(f"/verify/{code}", headers={"accept-language": "en"})

    assert found is not None
    assert (found.standing, str(found.void_since)) == ("void", "2026-03-06")
    assert "VOID" in page.text
    assert "2026-03-06" in page.text


async def test_a_renewed_agreement_names_its_successor(gateway: Gateway) -> None:
    new = agreement(code="MOU-2027-001")
    old = agreement(status="renewed", successor_id=new["id"])
    for each in (new, old):
        await put(gateway, "agreement", each)

    found = await Checks().of(gateway.pool, await kept(gateway, old))

    assert found is not None
    assert found.superseded_by == "MOU-2027-001"


async def test_the_page_needs_no_token_no_script_and_repeats_nothing_unescaped(
    gateway: Gateway, pages: httpx.AsyncClient
) -> None:
    code = await kept(gateway)

    page = await pages.get(f"/verify/{shown(code).lower()}", headers={"accept-language": "de"})
    unknown = await pages.get('/verify/"><script>alert(1)</script>')

    assert (page.status_code, unknown.status_code) == (200, 404)
    assert "lang=de" in page.text
    assert "Gəncə &lt;b&gt;" in page.text
    assert HASH in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "<script" not in page.text + unknown.text


@pytest.mark.parametrize(("given", "verdict"), [(HASH.upper(), "is the one"), ("cd" * 32, "differs")])
async def test_a_hash_is_compared(gateway: Gateway, pages: httpx.AsyncClient, given: str, verdict: str) -> None:
    code = await kept(gateway)

    page = await pages.get(f"/verify/{code}", params={"sha256": given}, headers={"accept-language": "en"})

    assert verdict in page.text


async def test_the_form_leads_to_the_paper(gateway: Gateway, pages: httpx.AsyncClient) -> None:
    code = await kept(gateway)

    assert (await pages.get("/verify")).status_code == 200
    assert "MOU-2026-014" in (await pages.get("/verify", params={"code": code})).text


async def test_anybody_asks_in_graphql_too(gateway: Gateway) -> None:
    code = await kept(gateway)
    asked = (
        "query($c: String!, $h: String) { verifyDocument(code: $c, sha256: $h) { number standing matches parties } }"
    )

    told = orjson.loads(await gateway.executed(asked, NOBODY, c=code, h=HASH))["data"]
    nothing = orjson.loads(await gateway.executed(asked, NOBODY, c=new_code()))["data"]

    expected = {"number": "MOU-2026-014", "standing": "issued", "matches": True, "parties": ["Gəncə <b>"]}
    assert told["verifyDocument"] == expected
    assert nothing["verifyDocument"] is None


def test_a_code_is_read_however_it_is_typed() -> None:
    code = next(each for each in iter(new_code, "") if "0" in each and "1" in each)

    assert well_formed(f" {shown(code).lower().replace('0', 'o').replace('1', 'l')} ") == code
    wrong = ALPHABET[(ALPHABET.index(code[0]) + 1) % 32] + code[1:]
    assert well_formed(wrong) is None
    assert well_formed("") is None
    assert well_formed(code * 50) is None
    assert check_of(code[:-1]) == ALPHABET.index(code[-1])


async def test_guessing_is_slowed_down(gateway: Gateway) -> None:
    checks = Checks(a_second=0, at_once=2)
    for _ in range(2):
        assert await checks.of(gateway.pool, new_code()) is None

    with pytest.raises(TooManyChecks) as refused:
        await checks.of(gateway.pool, new_code())
    assert refused.value.retry_after == 60
    assert await checks.of(gateway.pool, new_code(), Principal("officer-1")) is None
    elsewhere = ADDRESS.set("203.0.113.7")
    assert await checks.of(gateway.pool, new_code()) is None
    ADDRESS.reset(elsewhere)
    assert await checks.of(gateway.pool, "not a code") is None
