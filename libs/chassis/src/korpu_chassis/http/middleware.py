"""What guards all HTTP: limits before work, a request id, and one place where errors are told."""

import time
from collections.abc import Awaitable, Callable, Container, MutableMapping
from http import HTTPStatus
from typing import Any

import orjson
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from prometheus_client import Histogram
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match, Route
from typing_extensions import override

from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.i18n.text import LANGUAGES
from korpu_chassis.observability.health import HEALTH, Ready, health
from korpu_chassis.observability.request_context import REQUEST_ID, request_context
from korpu_chassis.refusals import InvalidInput, Refusal, Unavailable, problem

log = structlog.get_logger()
TOOK = Histogram("korpu_http_seconds", "Time to answer a request", ["service", "route", "status"])

JSON = "application/json"
PROBLEM_JSON = "application/problem+json"
LARGEST_BODY = 256 * 1024
CLIENT_LEFT = 499
"""The status in log and metrics of a request whose caller left before the answer; nobody is told it."""

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class ProblemDetails(BaseModel):
    """A problem as RFC 9457 tells it, with the stable code and the field that was refused."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    path: str | None
    errors: list[dict[str, str]]
    request_id: str


PROBLEM_RESPONSE: dict[str, Any] = {
    "description": "Refused; nothing has changed.",
    "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}},
}


def add_request_middleware(app: FastAPI, service: str, streams: Container[str] = ()) -> None:
    """Put the limits, the log line and the one place of errors before an application.

    The paths that are named as `streams` read their bodies piece by piece, and bound them themselves.
    """
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(OSError, on_away)
    app.add_middleware(RequestMiddleware, service=service, streams=streams)


def add_health(app: FastAPI, ready: Ready) -> None:
    """Answer `/live` and `/ready` too, for those who keep the service running; what it counts is not for the public."""
    page = _Page(health(ready, metrics=False))
    for path in sorted(HEALTH):
        app.router.routes.append(NamedRoute(path, page))


class NamedRoute(Route):
    """A route that the log and the metrics know by its path, as they know FastAPI's own."""

    @override
    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        match, found = super().matches(scope)
        return match, {**found, "route": self}


class _Page:
    """An application that a route takes as one, and not for a function of a request."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)


class TooLarge(Refusal):
    """A body is at most 256 KB."""

    code = "body-too-large"
    status = 413
    text = {
        "az": "Sorğu çox böyükdür: ən çoxu 256 KB.",
        "en": "The request is too large: 256 KB at most.",
        "ru": "Запрос слишком велик: не более 256 КБ.",
        "de": "Die Anfrage ist zu groß: höchstens 256 KB.",
        "fr": "La requête est trop grande : 256 Ko au plus.",
    }


class RequestMiddleware:
    """Counts, times and bounds every request; what nobody foresaw is masked here and logged with its id."""

    def __init__(self, app: App, service: str, streams: Container[str] = ()) -> None:
        self._app = app
        self._service = service
        self._streams = streams

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with request_context(scope["headers"], f"{self._service} {scope['method']}") as request_id:
            scope["korpu.request_id"] = request_id
            await self._let_through(scope, receive, named(send, request_id))

    async def _let_through(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        began = time.perf_counter()
        status, begun = 500, False

        async def sending(message: Message) -> None:
            nonlocal status, begun
            if message["type"] == "http.response.start":
                status, begun = message["status"], True
            await send(message)

        try:
            await self._bounded(scope, receive, sending, request)
        except ClientDisconnect:
            status = CLIENT_LEFT
        except Exception as bug:
            log.exception("request.failed", path=_route(scope), kind=type(bug).__name__)
            if begun:
                # Half an answer is worse than none: the connection breaks off, and the reader sees that it is short.
                raise
            await _masked(request)(scope, receive, sending)
        finally:
            took = time.perf_counter() - began
            TOOK.labels(self._service, _route(scope), str(status)).observe(took)
            log.info(
                "request.answered", method=scope["method"], path=_route(scope), status=status, ms=round(took * 1e3, 1)
            )

    async def _bounded(self, scope: Scope, receive: Receive, send: Send, request: Request) -> None:
        if scope["path"] in self._streams:
            await self._app(scope, receive, send)
            return
        body = await _read(request, receive)
        if body is None:
            await problem_response(TooLarge(), request)(scope, receive, send)
            return
        unread = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return unread.pop() if unread else await receive()

        await self._app(scope, again, send)


async def _read(request: Request, receive: Receive) -> bytes | None:
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > LARGEST_BODY:
        return None
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _route(scope: Scope) -> str:
    return getattr(scope.get("route"), "path", "unmatched")


def named(send: Send, request_id: str) -> Send:
    """Send with the request's id on the answer, by which the log knows it."""
    name, value = REQUEST_ID.encode(), request_id.encode()

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), (name, value)]}
        await send(message)

    return sending


def preferred_language(header: str | None) -> str | None:
    """The first language of an Accept-Language header that the office speaks."""
    wanted = []
    for position, each in enumerate((header or "").split(",")[:20]):
        tag, _, quality = each.partition(";q=")
        try:
            rank = float(quality or 1)
        except ValueError:
            continue
        wanted.append((-rank, position, tag.strip().lower().split("-")[0]))
    return next((tag for _, _, tag in sorted(wanted) if tag in LANGUAGES), None)


def problem_response(refusal: Refusal, request: Request) -> Response:
    """The refusal, in the caller's language, with the id that the log knows it by."""
    language = preferred_language(request.headers.get("accept-language")) or "az"
    body = problem(refusal, language, request.scope.get("korpu.request_id", ""))
    return Response(orjson.dumps(body), refusal.status, told_beside(refusal), PROBLEM_JSON)


def told_beside(refusal: Refusal) -> dict[str, str]:
    """The headers that HTTP wants beside a refusal: when to come again, or how to sign in."""
    if refusal.status in {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS}:
        return {"retry-after": str(refusal.retry_after or 1)}
    return {"www-authenticate": "Bearer"} if refusal.status == HTTPStatus.UNAUTHORIZED else {}


def _on_refusal(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)  # noqa: S101 -- registered for nothing else
    if isinstance(refusal, DatabaseUnavailable | RowBusy):
        log.warning("database.away", away="database", condition=refusal.condition)
    return problem_response(refusal, request)


def _on_validation(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, RequestValidationError)  # noqa: S101 -- registered for nothing else
    return problem_response(InvalidInput.of(wrong.errors()), request)


def on_away(request: Request, reason: Exception) -> Response:
    """Tell the caller to come again: what the answer needs is away."""
    log.warning("database.away", away="database", kind=type(reason).__name__)
    return problem_response(Unavailable(), request)


def _on_http(request: Request, reason: Exception) -> Response:
    assert isinstance(reason, HTTPException)  # noqa: S101 -- registered for nothing else
    return plain_response(request, reason.status_code, reason.headers)


def _masked(request: Request) -> Response:
    return plain_response(request, 500, None)


def plain_response(request: Request, status: int, headers: Any) -> Response:
    """A problem that HTTP itself has a name for, with no rule behind it."""
    phrase = HTTPStatus(status).phrase
    body = {
        "type": "about:blank",
        "title": phrase,
        "status": status,
        "detail": phrase,
        "code": phrase.lower().replace(" ", "-"),
        "path": None,
        "errors": [],
        "request_id": request.scope.get("korpu.request_id", ""),
    }
    return Response(orjson.dumps(body), status, headers, PROBLEM_JSON)
