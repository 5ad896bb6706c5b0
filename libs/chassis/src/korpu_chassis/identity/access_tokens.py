"""Who calls: access tokens (RFC 9068) verified against the issuer's keys, and the principal that they name."""

import asyncio
import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self
from uuid import UUID

import httpx
import jwt
import structlog

from korpu_chassis.cache import WeightedCache
from korpu_chassis.i18n.text import LANGUAGES, Language
from korpu_chassis.identity.caller_limits import Rate, whence
from korpu_chassis.identity.subjects import DERIVED, opaque
from korpu_chassis.refusals import Unauthenticated, Unavailable

ALGORITHMS = frozenset({"ES256", "RS256"})
TOKEN_TYPES = frozenset({"at+jwt", "application/at+jwt"})
LONGEST_TOKEN = 8192
LONGEST_SUBJECT = 255
GUEST = "guest:"
"""Who acts by a link of their own, without an account; no token names itself so."""
RESERVED = ("anonymous", "system:", GUEST)
LEEWAY = 5
REMEMBERED_BYTES = 8 * 2**20
"""Some 4,000 tokens of a usual kilobyte."""
BYTES_OF_A_PRINCIPAL = 1_000
FORGED_AT_ONCE, FORGED_A_SECOND = 60.0, 1.0
"""Tokens that are not ours, of one address; good tokens and those that have only expired are never counted."""
# PyJWT reads numbers and dates of foreign making: an endless one overflows, one of another kind has no such method.
REFUSED_BY_JWT = (jwt.PyJWTError, ValueError, TypeError, AttributeError, OverflowError, RecursionError)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Principal:
    """The caller: a signed-in person or client, nobody, or the system itself."""

    subject: str
    roles: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    person_id: UUID | None = None
    language: Language | None = None
    token: str | None = field(default=None, repr=False, compare=False)
    expires: float | None = None
    in_place_of: str | None = None
    """In whose place they act today; `lent` is the role that they bear only therefore."""
    lent: str | None = None

    anonymous: ClassVar["Principal"]

    @classmethod
    def system(cls, name: str) -> Self:
        """A part of the system that acts by itself, like the clock."""
        return cls(subject=f"system:{name}")

    @property
    def is_anonymous(self) -> bool:
        """Nobody has shown who calls."""
        return self.subject == Principal.anonymous.subject

    def speaking(self, language: str) -> Self:
        """The same caller, answered in this language; one that the office does not speak changes nothing."""
        return replace(self, language=_language(language) or self.language)

    @property
    def own_roles(self) -> frozenset[str]:
        """What the token says that they are."""
        return self.roles - {self.lent}

    def in_place(self, absent: str, role: str) -> Self:
        """The same caller, acting in somebody's place with a role of theirs."""
        return replace(self, roles=self.roles | {role}, in_place_of=absent, lent=role)

    def by_own_right(self) -> Self:
        """The same caller with nothing that is lent."""
        return replace(self, roles=self.own_roles, in_place_of=None, lent=None)

    @classmethod
    def of(cls, claims: Mapping[str, Any], token: str) -> Self:
        """The principal that these verified claims name."""
        subject = claims["sub"]
        if not 0 < len(subject) <= LONGEST_SUBJECT or not subject.isprintable() or subject.startswith(RESERVED):
            raise ValueError
        person_id, locale = claims.get("person_id"), claims.get("locale")
        if not isinstance(person_id, str | None) or not isinstance(locale, str | None):
            raise ValueError  # noqa: TRY004 - the token is wrong, not our code
        if DERIVED.fullmatch(subject):
            raise ValueError
        return cls(
            subject=opaque(subject),
            roles=_words(claims, "roles"),
            units=_words(claims, "units"),
            person_id=UUID(person_id) if person_id is not None else None,
            language=_language(locale),
            token=token,
            expires=float(claims["exp"]),
        )


Principal.anonymous = Principal(subject="anonymous")


def _words(claims: Mapping[str, Any], name: str) -> frozenset[str]:
    words = claims.get(name) or []
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError
    return frozenset(words)


def _language(locale: Any) -> Language | None:
    spoken = locale[:2].lower() if isinstance(locale, str) else None
    return next((language for language in LANGUAGES if language == spoken), None)


class Keys:
    """The issuer's public keys, fetched from the configured address and nowhere else.

    An unknown key is looked for again, though never sooner than `floor` seconds after the last look: forged key ids
    cannot make us storm the issuer. Keys are looked at anew every `lifetime` seconds; while the issuer is away, the
    known ones stay good.
    """

    def __init__(self, url: str, client: httpx.AsyncClient, floor: float = 10, lifetime: float = 600) -> None:
        self._url = url
        self._client = client
        self._floor = floor
        self._lifetime = lifetime
        self._known: dict[str, jwt.PyJWK] = {}
        self._fetched = self._tried = float("-inf")
        self._fetching: asyncio.Task[None] | None = None
        self.generation = 0

    async def find(self, kid: str) -> jwt.PyJWK:
        """The key of this id."""
        if kid not in self._known:
            await self._look_again()
        elif time.monotonic() - self._fetched > self._lifetime:
            self._start()
        if key := self._known.get(kid):
            return key
        if self._known:
            raise Unauthenticated
        raise Unavailable

    async def _look_again(self) -> None:
        if fetching := self._start():
            await asyncio.shield(fetching)

    def _start(self) -> asyncio.Task[None] | None:
        if self._fetching is None and time.monotonic() - self._tried >= self._floor:
            self._tried = time.monotonic()
            self._fetching = asyncio.create_task(self._fetch())
        return self._fetching

    async def _fetch(self) -> None:
        try:
            answer = await self._client.get(self._url, headers={"accept": "application/jwk-set+json, application/json"})
            known = _usable(answer.raise_for_status().json())
        except (httpx.HTTPError, ValueError) as error:
            log.warning("identity.keys_unreachable", away="issuer", error=type(error).__name__)
        else:
            self._fetched = time.monotonic()
            if known.keys() != self._known.keys():
                self.generation += 1
            self._known = known
        finally:
            self._fetching = None


def _usable(document: Any) -> dict[str, jwt.PyJWK]:
    listed = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        raise ValueError  # noqa: TRY004 - the document is wrong, not our code
    found = {}
    for each in listed:
        if isinstance(each, dict) and isinstance(each.get("kid"), str) and each.get("use", "sig") == "sig":
            try:
                key = jwt.PyJWK(each)
            except jwt.PyJWTError:
                continue
            if key.algorithm_name in ALGORITHMS:
                found[each["kid"]] = key
    return found


class Verifier:
    """Says who calls, from the `Authorization` header; tokens age by real time, never by the moved clock.

    A verified token is remembered until it expires, because verifying it again could only give the same answer: the
    memory is asked by the hash of the whole token, forgets at `exp`, and is emptied when the issuer's keys change.
    """

    def __init__(
        self, issuer: str, audience: str, jwks_url: str, client: httpx.AsyncClient | None = None, **patience: float
    ) -> None:
        self._issuer = issuer
        self._audience = audience
        self._client = client or httpx.AsyncClient(timeout=5, trust_env=False)
        self._keys = Keys(jwks_url, self._client, **patience)
        self._remembered: WeightedCache[bytes, Principal] = WeightedCache(REMEMBERED_BYTES)
        self._kids: dict[str, str] = {}
        self._forged = Rate("sign-in", at_once=FORGED_AT_ONCE, a_second=FORGED_A_SECOND)
        self._generation = 0

    @property
    def remembered(self) -> int:
        """How many tokens are remembered."""
        return len(self._remembered)

    async def principal(self, authorization: str | None) -> Principal:
        """The caller; nobody when there is no header, and a refusal when its token is not good."""
        if authorization is None:
            return Principal.anonymous
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            raise Unauthenticated
        return await self.verify(token.strip())

    async def verify(self, token: str) -> Principal:
        """The principal that this token names."""
        if not 0 < len(token) <= LONGEST_TOKEN or not token.isascii():
            raise Unauthenticated
        digest = hashlib.sha256(token.encode("ascii")).digest()
        if known := self._recall(digest):
            return known
        principal = await self._verified(token)
        self._remember(digest, principal)
        return principal

    def _recall(self, digest: bytes) -> Principal | None:
        if self._generation != self._keys.generation:
            self._generation = self._keys.generation
            self._remembered.clear()
        known = self._remembered.get(digest)
        if known and known.expires and known.expires <= time.time():
            self._remembered.drop(digest)
            return None
        return known

    def _remember(self, digest: bytes, principal: Principal) -> None:
        # What a token says is held twice: as it was written, and as roles and units.
        weight = 3 * len(principal.token or "") + BYTES_OF_A_PRINCIPAL
        self._remembered.put(digest, principal, weight)

    async def _verified(self, token: str) -> Principal:
        try:
            written, _, _ = token.partition(".")
            kid = self._kids.get(written) or _kid(token)
            principal = Principal.of(self._claims(token, await self._keys.find(kid)), token)
        except jwt.ExpiredSignatureError:
            raise Unauthenticated from None
        except (*REFUSED_BY_JWT, Unauthenticated):
            self._forged.take(whence())
            raise Unauthenticated from None
        self._kids = {written: kid}
        return principal

    def _claims(self, token: str, key: jwt.PyJWK) -> dict[str, Any]:
        return jwt.decode(
            token,
            key,
            algorithms=[key.algorithm_name],
            audience=self._audience,
            issuer=self._issuer,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub"], "enforce_minimum_key_length": True},
        )

    async def close(self) -> None:
        """Let go of the connections to the issuer."""
        await self._client.aclose()


def _kid(token: str) -> str:
    """The key that a token of the right type names; tokens of one key have one header, so it is read once."""
    header = jwt.get_unverified_header(token)
    kid = header.get("kid")
    if str(header.get("typ")).lower() not in TOKEN_TYPES or not isinstance(kid, str):
        raise Unauthenticated
    return kid
