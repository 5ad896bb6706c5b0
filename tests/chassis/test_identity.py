"""Who calls is what a verified token says, and nobody else."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import given
from hypothesis import strategies as st

from korpu_chassis.identity.access_tokens import LEEWAY, LONGEST_TOKEN, REMEMBERED_BYTES, Principal, Verifier
from korpu_chassis.identity.caller_limits import TooManyRequests
from korpu_chassis.refusals import Refusal, Unauthenticated, Unavailable

ISSUER = "https://id.example"
JWKS_URL = "https://id.example/jwks"
PERSON = UUID("01890a5d-ac96-774b-bcce-b302099a8057")


class Issuer:
    """An issuer of tokens with its key set behind an address, which can go away and counts its visitors."""

    def __init__(self) -> None:
        self.keys: dict[str, Any] = {}
        self.away = False
        self.visits: list[str] = []
        self.rotate("first")

    def rotate(self, kid: str, key: Any = None) -> None:
        self.keys = {kid: key or ec.generate_private_key(ec.SECP256R1())}

    def token(
        self, *, key: Any = None, alg: str | None = None, header: dict[str, Any] | None = None, **claims: Any
    ) -> str:
        now, (kid, own) = int(time.time()), next(iter(self.keys.items()))
        said = {"iss": ISSUER, "aud": "korpu", "sub": "leyla", "iat": now, "exp": now + 600, "jti": "1", **claims}
        signed_with = key or own
        by_default = "RS256" if isinstance(signed_with, rsa.RSAPrivateKey) else "ES256"
        told = {"typ": "at+jwt", "kid": kid, **(header or {})}
        return jwt.PyJWS().encode(
            json.dumps({name: value for name, value in said.items() if value is not None}).encode(),  # as others may
            signed_with,
            algorithm=alg or by_default,
            headers={name: value for name, value in told.items() if value is not None},
        )

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.visits.append(str(request.url))
        if self.away:
            return httpx.Response(502)
        return httpx.Response(200, json={"keys": [published(kid, key) for kid, key in self.keys.items()]})


def published(kid: str, key: Any) -> dict[str, Any]:
    if isinstance(key, rsa.RSAPrivateKey):
        return {**jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": kid}
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return {**jwt.algorithms.OKPAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": kid}
    return {**jwt.algorithms.ECAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": kid}


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
async def verifier(issuer: Issuer) -> AsyncIterator[Verifier]:
    verifier = a_verifier(issuer)
    yield verifier
    await verifier.close()


def a_verifier(issuer: Issuer, **patience: float) -> Verifier:
    client = httpx.AsyncClient(transport=httpx.MockTransport(issuer.answer))
    return Verifier(ISSUER, "korpu", JWKS_URL, client, **{"floor": 0.0, **patience})


async def test_a_verified_token_names_the_caller(issuer: Issuer, verifier: Verifier) -> None:
    token = issuer.token(roles=["officer"], units=["philology"], person_id=str(PERSON), locale="ru-RU")

    caller = await verifier.principal(f"Bearer {token}")

    assert caller == Principal(
        "leyla", frozenset({"officer"}), frozenset({"philology"}), PERSON, "ru", expires=caller.expires
    )
    assert caller.token == token
    assert not caller.is_anonymous


async def test_without_a_token_the_caller_is_nobody(verifier: Verifier) -> None:
    caller = await verifier.principal(None)

    assert caller.is_anonymous
    assert caller.roles == frozenset()


async def test_an_rsa_key_is_as_good(issuer: Issuer, verifier: Verifier) -> None:
    issuer.rotate("rsa", rsa.generate_private_key(65537, 2048))

    assert (await verifier.verify(issuer.token())).subject == "leyla"


def unsigned(token: str) -> str:
    claims = jwt.decode(token, options={"verify_signature": False})
    return jwt.encode(claims, "", algorithm="none", headers=jwt.get_unverified_header(token) | {"alg": "none"})


STRANGER = ec.generate_private_key(ec.SECP256R1())
WRONG_TOKENS: dict[str, Callable[[Issuer], str]] = {
    "expired": lambda issuer: issuer.token(exp=int(time.time()) - LEEWAY - 1),
    "of another issuer": lambda issuer: issuer.token(iss="https://evil.example"),
    "for another audience": lambda issuer: issuer.token(aud="payroll"),
    "from the future": lambda issuer: issuer.token(iat=int(time.time()) + 3600),
    "not yet valid": lambda issuer: issuer.token(nbf=int(time.time()) + 3600),
    "of a stranger's key": lambda issuer: issuer.token(key=STRANGER),
    "of an unknown key id": lambda issuer: issuer.token(header={"kid": "other"}),
    "without a key id": lambda issuer: issuer.token(header={"kid": None}),
    "of an id token's type": lambda issuer: issuer.token(header={"typ": "JWT"}),
    "unsigned": lambda issuer: unsigned(issuer.token()),
    "signed with the public key as a secret": lambda issuer: issuer.token(key="x" * 64, alg="HS256"),
    "without a word for a subject": lambda issuer: issuer.token(sub=""),
    "of the system": lambda issuer: issuer.token(sub="system:clock"),
    "of nobody": lambda issuer: issuer.token(sub="anonymous"),
    "with a subject that cannot be stored": lambda issuer: issuer.token(sub="a\0b"),
    "with roles that are no list": lambda issuer: issuer.token(roles="head"),
    "with a role that is no word": lambda issuer: issuer.token(roles=[{"head": True}]),
    "with a person that is no id": lambda issuer: issuer.token(person_id="leyla"),
    "too long": lambda issuer: issuer.token(note="x" * LONGEST_TOKEN),
    "tampered with": lambda issuer: issuer.token()[:-8] + "AAAAAAAA",
    "without an expiry": lambda issuer: issuer.token(exp=None),
    "without a date": lambda issuer: issuer.token(iat=None),
    "without an issuer": lambda issuer: issuer.token(iss=None),
    "without an audience": lambda issuer: issuer.token(aud=None),
    "without a subject": lambda issuer: issuer.token(sub=None),
}


@pytest.mark.parametrize("forge", WRONG_TOKENS.values(), ids=WRONG_TOKENS.keys())
async def test_a_wrong_token_is_refused(issuer: Issuer, verifier: Verifier, forge: Callable[[Issuer], str]) -> None:
    await verifier.verify(issuer.token())

    with pytest.raises(Unauthenticated):
        await verifier.verify(forge(issuer))


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic bGV5bGE=", "Bearer a.b.c", "Bearer ä.ö.ü", "Token x"]
)
async def test_a_header_without_a_token_is_refused(verifier: Verifier, header: str) -> None:
    with pytest.raises(Unauthenticated):
        await verifier.principal(header)


@given(rubbish=st.text(max_size=200))
async def test_no_rubbish_breaks_the_verifier(rubbish: str) -> None:
    with pytest.raises((Unauthenticated, Unavailable)):
        await a_verifier(Issuer()).principal(f"Bearer {rubbish}")


async def test_a_key_of_an_algorithm_that_is_not_ours_is_not_used(issuer: Issuer, verifier: Verifier) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    issuer.keys["edwards"] = key
    token = issuer.token(key=key, alg="EdDSA", header={"kid": "edwards"})

    with pytest.raises(Unauthenticated):
        await verifier.verify(token)


async def test_a_short_rsa_key_is_not_trusted(issuer: Issuer, verifier: Verifier) -> None:
    weak = rsa.generate_private_key(65537, 1024)  # noqa: S505 -- it is refused
    with pytest.warns(jwt.InsecureKeyLengthWarning):
        token = issuer.token(key=weak, header={"kid": "weak"})
    issuer.keys["weak"] = weak

    with pytest.raises(Unauthenticated):
        await verifier.verify(token)


async def test_keys_come_from_the_configured_address_alone(issuer: Issuer, verifier: Verifier) -> None:
    for header in ({"jku": "https://evil.example/jwks"}, {"x5u": "https://evil.example/cert"}):
        await verifier.verify(issuer.token(header=header))

    assert set(issuer.visits) == {JWKS_URL}


async def test_a_new_key_is_learned_when_its_first_token_comes(issuer: Issuer, verifier: Verifier) -> None:
    await verifier.verify(issuer.token())

    issuer.rotate("second")

    assert (await verifier.verify(issuer.token())).subject == "leyla"


async def test_a_token_of_a_withdrawn_key_is_forgotten(issuer: Issuer, verifier: Verifier) -> None:
    old = issuer.token()
    await verifier.verify(old)
    issuer.rotate("second")
    await verifier.verify(issuer.token())

    with pytest.raises(Unauthenticated):
        await verifier.verify(old)


async def test_forged_key_ids_do_not_storm_the_issuer(issuer: Issuer) -> None:
    verifier = a_verifier(issuer, floor=60.0)
    for each in range(50):
        with pytest.raises((Unauthenticated, Unavailable)):
            await verifier.verify(issuer.token(header={"kid": f"forged-{each}"}))

    assert len(issuer.visits) == 1


async def test_known_keys_stay_good_while_the_issuer_is_away(issuer: Issuer) -> None:
    verifier = a_verifier(issuer, lifetime=0.0)
    await verifier.verify(issuer.token())

    issuer.away = True

    assert (await verifier.verify(issuer.token(sub="kamran"))).subject == "kamran"


async def test_before_any_key_is_known_an_absent_issuer_is_not_the_callers_fault(
    issuer: Issuer, verifier: Verifier
) -> None:
    issuer.away = True

    with pytest.raises(Unavailable):
        await verifier.verify(issuer.token())


async def test_the_issuer_is_asked_again_once_it_is_back(issuer: Issuer, verifier: Verifier) -> None:
    issuer.away = True
    with pytest.raises(Unavailable):
        await verifier.verify(issuer.token())

    issuer.away = False

    assert (await verifier.verify(issuer.token())).subject == "leyla"


async def test_a_remembered_token_expires_like_any_other(issuer: Issuer, verifier: Verifier) -> None:
    token = issuer.token(exp=int(time.time()) - LEEWAY + 1)
    await verifier.verify(token)

    with pytest.raises(Unauthenticated):
        await until_refused(verifier, token)


async def until_refused(verifier: Verifier, token: str) -> None:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        await verifier.verify(token)
        await asyncio.sleep(0.05)


async def test_a_flood_of_tokens_does_not_fill_the_memory(issuer: Issuer, verifier: Verifier) -> None:
    long = "x" * 4_000
    weight = 3 * len(issuer.token(jti=long)) + 1_000

    for each in range(REMEMBERED_BYTES // weight + 50):
        await verifier.verify(issuer.token(jti=f"{each}{long}"))

    assert 0.9 * REMEMBERED_BYTES < verifier.remembered * weight < 1.01 * REMEMBERED_BYTES


def test_a_caller_is_answered_in_the_language_that_they_ask_for() -> None:
    caller = Principal("leyla", language="az")

    assert caller.speaking("de-CH").language == "de"
    assert caller.speaking("tlh").language == "az"


def test_the_token_is_not_shown_with_its_bearer() -> None:
    assert "secret" not in repr(Principal("leyla", token="secret"))


def test_the_clock_is_not_nobody() -> None:
    assert Principal.system("clock").subject == "system:clock"
    assert not Principal.system("clock").is_anonymous


async def test_forging_is_slowed_down_and_hurts_nobody_who_has_a_token(issuer: Issuer, verifier: Verifier) -> None:
    async def refused(token: str) -> type[Exception]:
        with pytest.raises(Refusal) as reason:
            await verifier.verify(token)
        return type(reason.value)

    old = [issuer.token(exp=int(time.time()) - 100 - each) for each in range(100)]
    assert {await refused(each) for each in old} == {Unauthenticated}
    forged = [await refused(f"{issuer.token()[:-8]}{each:08}") for each in range(70)]

    assert (set(forged[:60]), forged[-1]) == ({Unauthenticated}, TooManyRequests)
    assert (await verifier.verify(issuer.token())).subject == "leyla"
