"""The ways through the gateway to an owner's own REST: files, feeds and exports, handed on as they come."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from fastapi import Request
from starlette.exceptions import HTTPException

from korpu_chassis.http.middleware import (
    App,
    Message,
    Receive,
    RequestMiddleware,
    Scope,
    Send,
    plain_response,
    problem_response,
)
from korpu_chassis.identity.access_tokens import Verifier
from korpu_chassis.identity.caller_limits import Caller, Places, Rate, may_take, proven, whence
from korpu_chassis.observability.request_context import outgoing_headers
from korpu_chassis.refusals import Refusal, Unauthenticated
from korpu_gateway.owners.owner import Headers
from korpu_gateway.owners.owners import Owners

LARGEST_FILE = 25 * 1024 * 1024
LARGEST_FORM = 256 * 1024
LONGEST_ADDRESS = 2048
LONGEST_SILENCE = 20.0
LONGEST_PASSAGE = 180.0
MOST_AT_ONCE, STRANGERS, EACH, EACH_STRANGER = 96, 64, 12, 32
"""To one owner, so that slow readers of files never take the connections that questions and commands need.

Files are fetched by links, without a token: whoever fetches is a stranger, and an office behind one address is one.
"""
GUESSES_AT_ONCE, GUESSES_A_SECOND = 30.0, 0.5
"""An office behind one address opens its links; whoever tries secrets out is asked to wait."""
LARGEST_QUESTION = 32 * 1024
QUESTIONS_AT_ONCE, QUESTIONS_A_SECOND = 20.0, 1 / 30
"""A class that asks after a lesson is let in; who fills the office's desk by a program is asked to wait."""
PLAIN = re.compile(rb"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+")
"""Addresses are made of words, ids and hashes: nothing in them is escaped, so nothing can hide in an escape."""
CARRIED = frozenset({
    b"accept", b"accept-language", b"authorization", b"content-disposition", b"content-type", b"correlation-id",
    b"idempotency-key", b"if-match", b"if-none-match", b"range",
})  # fmt: skip
RETURNED = frozenset({
    b"accept-ranges", b"allow", b"cache-control", b"content-disposition", b"content-language", b"content-length",
    b"content-range", b"content-security-policy", b"content-type", b"etag", b"last-modified", b"referrer-policy",
    b"retry-after", b"vary", b"www-authenticate", b"x-content-type-options",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One prefix of an owner's addresses, which methods it takes, and how large a body may be (in bytes)."""

    service: str
    prefix: str
    methods: frozenset[str]
    largest: int = LARGEST_FORM
    strangers_send: frozenset[str] = frozenset()
    """The addresses on it that take a body from who is not signed in."""
    guesses: tuple[float, float] | None = None
    """How many such bodies one address sends at once, and how many a second it gets back; unbounded if left out."""

    @property
    def path(self) -> str:
        """How logs and metrics name it."""
        return f"/{self.service}{self.prefix}"

    def leads(self, path: str) -> bool:
        """Say whether the path lies on this way."""
        return path == self.path or path.startswith(f"{self.path}/")


READ = frozenset({"GET", "HEAD"})
WRITE = READ | {"POST"}


def guests_way(service: str, *more: str) -> Way:
    """The way of an owner's guest links: whoever holds a secret sees and answers by it, without a token."""
    return Way(
        service,
        "/guest-links",
        WRITE | {"DELETE"},
        strangers_send=frozenset(f"/{service}/guest-links/{each}" for each in ("see", "accept", "reject", *more)),
        guesses=(GUESSES_AT_ONCE, GUESSES_A_SECOND),
    )


WAYS = (
    Way("partners", "/files", WRITE, LARGEST_FILE, frozenset({"/partners/files/links"})),
    Way("events", "/files", WRITE, LARGEST_FILE, frozenset({"/events/files/links"})),
    Way("partners", "/imports", WRITE | {"PUT", "DELETE"}, LARGEST_FILE),
    Way("mobility", "/imports", WRITE | {"PUT", "DELETE"}, LARGEST_FILE),
    Way("events", "/imports", WRITE | {"PUT", "DELETE"}, LARGEST_FILE),
    Way("partners", "/calendars", WRITE | {"DELETE"}),
    Way("mobility", "/calendars", WRITE | {"DELETE"}),
    Way("partners", "/papers", WRITE),
    Way("mobility", "/papers", WRITE),
    Way("events", "/papers", WRITE),
    Way("mobility", "/board", READ),
    Way("mobility", "/advice", READ),
    Way(
        "mobility",
        "/guest-enquiries",
        WRITE,
        LARGEST_QUESTION,
        frozenset({"/mobility/guest-enquiries"}),
        guesses=(QUESTIONS_AT_ONCE, QUESTIONS_A_SECOND),
    ),
    Way("events", "/board", READ),
    Way("mobility", "/files", WRITE, LARGEST_FILE, frozenset({"/mobility/files/links"})),
    guests_way("mobility"),
    guests_way("events", "feedback", "certificate"),
    Way("events", "/feedback", WRITE),
    Way(
        "events",
        "/guest-registrations",
        WRITE,
        strangers_send=frozenset({"/events/guest-registrations"}),
        guesses=(GUESSES_AT_ONCE, GUESSES_A_SECOND),
    ),
)


class FileTooLarge(Refusal):
    """A file is at most 25 MB, a form 256 KB."""

    code = "too-large-to-pass"
    status = 413
    text = {
        "az": "Göndərilən çox böyükdür: ən çoxu {limit} MB.",
        "en": "What was sent is too large: {limit} MB at most.",
        "ru": "Отправленное слишком велико: не более {limit} МБ.",
        "de": "Das Gesendete ist zu groß: höchstens {limit} MB.",
        "fr": "L'envoi est trop grand : {limit} Mo au plus.",
    }


def passing(owners: Owners, verifier: Verifier, otherwise: App, ways: Sequence[Way] = WAYS) -> App:
    """Hand on what lies on a declared way to its owner; everything else goes its usual way."""
    places = {
        way.service: Places("passages", MOST_AT_ONCE, strangers=STRANGERS, each=EACH, each_stranger=EACH_STRANGER)
        for way in ways
    }
    passages = {way: OwnerProxy(owners, verifier, way, places[way.service]) for way in ways}
    guarded = {way: RequestMiddleware(each, "gateway", streams=_Everything()) for way, each in passages.items()}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "") if scope["type"] == "http" else ""
        found = next((guard for way, guard in guarded.items() if way.leads(path)), otherwise)
        await found(scope, receive, send)

    return app


class _Everything:
    """Holds every path: each body on the way is bounded while it passes."""

    def __contains__(self, _path: object) -> bool:
        return True


class OwnerProxy:
    """One way at work: the caller's own token goes along, cookies and hop-by-hop headers stay behind."""

    def __init__(self, owners: Owners, verifier: Verifier, way: Way, places: Places) -> None:
        self._owners = owners
        self._verifier = verifier
        self._way = way
        self._places = places
        at_once, a_second = way.guesses or (0.0, 0.0)
        self._guesses = Rate("guesses", at_once=at_once, a_second=a_second) if way.guesses else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand one request on, and its answer back."""
        request = Request(scope)
        scope["route"] = self._way
        try:
            await self._pass_on(request, receive, send)
        except Refusal as refusal:
            await problem_response(refusal, request)(scope, receive, send)
        except HTTPException as reason:
            await plain_response(request, reason.status_code, reason.headers)(scope, receive, send)

    async def _pass_on(self, request: Request, receive: Receive, send: Send) -> None:
        target = self._target(request)
        headers, pieces = self._body(request, receive)
        principal = await self._verifier.principal(request.headers.get("authorization"))
        proven(request.scope, principal)
        if principal.is_anonymous and pieces is not None and request.scope["path"] not in self._way.strangers_send:
            raise Unauthenticated
        if principal.is_anonymous and self._guesses:
            self._guesses.take(whence())
        may_take(request.scope, LONGEST_PASSAGE)
        with self._places.place(Caller.of(principal)):
            owner = self._owners[self._way.service]
            async with owner.passed(request.method, target, headers, pieces) as response:
                await _answer(response.status_code, response.headers.raw, response.aiter_raw(), send)

    def _target(self, request: Request) -> str:
        """The owner's address: without the service's name, and never but on the declared way."""
        raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
        query: bytes = request.scope["query_string"]
        if not PLAIN.fullmatch(raw) or len(raw) + len(query) > LONGEST_ADDRESS or not self._way.leads(raw.decode()):
            raise HTTPException(404)
        if request.method not in self._way.methods:
            raise HTTPException(405, headers={"allow": ", ".join(sorted(self._way.methods))})
        path = raw.decode().removeprefix(f"/{self._way.service}")
        return f"{path}?{query.decode('latin-1')}" if query else path

    def _body(self, request: Request, receive: Receive) -> tuple[Headers, AsyncIterator[bytes] | None]:
        """The headers as bytes, for a name may stand in them in any letters; and the body, if there is one."""
        headers = [each for each in request.headers.raw if each[0] in CARRIED]
        headers += [(name.encode(), value.encode()) for name, value in outgoing_headers().items()]
        headers.append((b"accept-encoding", b"identity"))
        length = request.headers.get("content-length")
        if length is not None and not (length.isascii() and length.isdigit() and int(length) <= self._way.largest):
            raise self._too_large()
        if request.method in READ or (not int(length or 0) and "transfer-encoding" not in request.headers):
            return headers, None
        return headers + ([(b"content-length", length.encode())] if length else []), self._pieces(receive)

    async def _pieces(self, receive: Receive) -> AsyncIterator[bytes]:
        """The body as it comes in, and no more of it than the way bears."""
        taken, more = 0, True
        while more:
            try:
                message = await asyncio.wait_for(receive(), LONGEST_SILENCE)
            except TimeoutError:
                raise HTTPException(408) from None
            if message["type"] == "http.disconnect":
                raise HTTPException(400)
            taken += len(message.get("body", b""))
            if taken > self._way.largest:
                raise self._too_large()
            yield message.get("body", b"")
            more = message.get("more_body", False)

    def _too_large(self) -> FileTooLarge:
        return FileTooLarge(limit=f"{self._way.largest / 1024 / 1024:g}")


async def _answer(status: int, headers: Headers, pieces: AsyncIterator[bytes], send: Send) -> None:
    kept = [(name.lower(), value) for name, value in headers if name.lower() in RETURNED]
    started: Message = {"type": "http.response.start", "status": status, "headers": kept}
    await send(started)
    async for piece in pieces:
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
