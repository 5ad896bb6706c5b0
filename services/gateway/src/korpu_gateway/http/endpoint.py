"""The endpoint: GraphQL over HTTP, straight on ASGI so that a read costs little more than its statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import structlog
from graphql import GraphQLError, GraphQLSchema, OperationDefinitionNode, OperationType
from starlette.requests import ClientDisconnect

from korpu_chassis import clock
from korpu_chassis.cache import cached_if_short
from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.http.middleware import Receive, Scope, Send, preferred_language
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller, TooManyRequests, proven
from korpu_chassis.identity.substitution import Identifies
from korpu_chassis.observability.request_context import request_id
from korpu_chassis.refusals import Refusal, Unauthenticated, Unavailable
from korpu_gateway.http.negotiation import JSON, RESPONSE, accepted, is_json, wants_page
from korpu_gateway.http.observation import NAMES, observed
from korpu_gateway.http.requests import LARGEST_BODY, Bad, Sent, from_address, from_body
from korpu_gateway.owners.owners import NOBODY, Owners
from korpu_gateway.readmodel.pool import ReadingPool
from korpu_gateway.reads.answers import Answers, dumped
from korpu_gateway.reads.errors import formatted, raise_if_away, refused
from korpu_gateway.reads.fair_queue import FairQueue
from korpu_gateway.reads.operations import Documents, Operations, read
from korpu_gateway.reads.permissions import STAFF
from korpu_gateway.reads.reading import Reading
from korpu_gateway.reads.refused import IntrospectionClosed, NotTrusted
from korpu_gateway.subscriptions.watch import Watch

log = structlog.get_logger("graphql")
ALLOWED = {"allow": "GET, POST"}
AGAIN = {"retry-after": "1"}
BESIDE = {
    Unauthenticated.status: {"www-authenticate": "Bearer"},
    Unavailable.status: AGAIN,
    TooManyRequests.status: AGAIN,
}
PAGE = {"content-security-policy": "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'"}
LIVE = "Subscriptions are asked over a WebSocket (graphql-transport-ws) here, or as an event stream at /graphql/stream"

Headers = Mapping[bytes, bytes]


class Reply(Exception):
    """What is sent back at once, without going on."""

    def __init__(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.body = body
        self.headers = headers or {}


@dataclass(frozen=True, slots=True)
class Chosen:
    """An operation that is ready to be answered, with its variables as it declares them."""

    text: str
    operations: Operations
    operation: OperationDefinitionNode
    sent: Sent
    variables: Mapping[str, Any]

    @property
    def asked(self) -> tuple[str, Operations, OperationDefinitionNode, Mapping[str, Any]]:
        """What a plan is made of."""
        return self.text, self.operations, self.operation, self.variables


class Endpoint:
    """Answers the requests of GraphQL over HTTP."""

    def __init__(  # noqa: PLR0913 - all by name, all from one place
        self,
        schema: GraphQLSchema,
        pool: ReadingPool,
        verifier: Identifies,
        *,
        page: bytes = b"",
        development: bool = False,
        trusted: Mapping[str, str] | None = None,
        owners: Owners = NOBODY,
        watch: Watch | None = None,
    ) -> None:
        self.schema = schema
        self._queue = FairQueue()
        self.answers = Answers(schema, self._queue)
        self._documents = Documents()
        self._pool = pool
        self._verifier = verifier
        self._page = page
        self._development = development
        self._trusted = trusted
        NAMES.know((trusted or {}).values())
        self._owners = owners
        self._watch = watch or Watch.deaf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers: Headers = dict(scope["headers"])
        accept = _text(headers, b"accept")
        media, language = accepted(accept), "az"
        try:
            if scope["method"] == "GET" and wants_page(accept) and b"query=" not in scope["query_string"]:
                observed().kind = "page"
                await _send(send, 200, self._page, "text/html; charset=utf-8", PAGE)
                return
            principal = await self.principal(_text(headers, b"authorization"))
            proven(scope, principal)
            sent = await self.sent(scope, headers, media, receive)
            language = _language(_text(headers, b"accept-language")) or principal.language or "az"
            status, body = await self._answer(sent, scope["method"], principal, language, headers)
            if status is None:
                status = 400 if media == RESPONSE else 200
        except Bad as bad:
            status, body = bad.status, _error({"message": bad.words})
        except Reply as reply:
            await _send(send, reply.status, reply.body, media or JSON, reply.headers)
            return
        except ClientDisconnect:
            observed().status = "left"
            return
        except Refusal as refusal:
            _note(refusal)
            status, body = (
                refusal.status,
                _error(refused(refusal, _language(_text(headers, b"accept-language")) or language)),
            )
        except Exception as bug:
            log.exception("request.failed", kind=type(bug).__name__)
            status, body = (
                500,
                _error({"message": "Something went wrong on our side", "extensions": {"requestId": request_id()}}),
            )
        more = BESIDE.get(status)
        await _send(send, status, body, media or JSON, more)

    async def sent(self, scope: Scope, headers: Headers, media: str | None, receive: Receive) -> Sent:
        """What a request asks."""
        method = scope["method"]
        if method not in {"GET", "POST"}:
            raise Reply(405, _error({"message": "GraphQL is asked with GET or POST"}), ALLOWED)
        if media is None:
            raise Bad(406, f"We answer in {RESPONSE} or {JSON}")
        if method == "GET":
            return from_address(scope["query_string"])
        if not is_json(_text(headers, b"content-type")):
            raise Bad(415, f"The body is {JSON} in UTF-8")
        return from_body(await _body(headers, receive))

    async def _answer(
        self, sent: Sent, method: str, principal: Principal, language: str, headers: Headers
    ) -> tuple[int | None, bytes]:
        """The status and the body; None for the status when the document itself is wrong."""
        chosen = await self.chosen(sent, principal, language)
        if isinstance(chosen, bytes):
            return None, chosen
        if chosen.operation.operation is OperationType.SUBSCRIPTION:
            return None, observed().invalid(_error({"message": LIVE}))
        if method == "GET" and chosen.operation.operation is not OperationType.QUERY:
            raise Reply(405, _error({"message": "GET only asks; send a mutation with POST"}), {"allow": "POST"})
        return 200, await self.answered(chosen, self.reading(principal, language, headers))

    async def principal(self, authorization: str | None) -> Principal:
        """Who asks."""
        return await self._verifier.principal(authorization)

    def reading(self, principal: Principal, language: str, headers: Headers) -> Reading:
        """What one request has to read with."""
        return Reading(self._pool, principal, language, clock.now(), headers, self._owners, self._watch)

    async def chosen(self, sent: Sent, principal: Principal, language: str) -> Chosen | bytes:
        """The operation that is asked, ready to be answered; or the body that tells what is wrong with it."""
        text = self._document(sent)
        operations, caller = self._documents.get(text), Caller.of(principal)
        if operations is None:
            operations = await self._queue.work(caller, lambda: self._read(text))
        else:
            self._queue.served(caller)
        if operations.introspects and not (self._development or principal.roles & STAFF):
            raise IntrospectionClosed
        if operations.errors:
            return observed().invalid(_errors(operations.errors, language))
        operation = operations.chosen(sent.operation_name)
        if operation is None:
            return observed().invalid(_error({"message": "Which operation? Name one that the document has"}))
        observed().chosen(operation, principal)
        variables = self.answers.variables(operations, operation, sent.variables)
        if isinstance(variables, list):
            return observed().invalid(_errors(variables, language))
        return Chosen(text, operations, operation, sent, variables)

    def _read(self, text: str) -> Operations:
        """A document that somebody else may have had read while this one waited for its turn."""
        return self._documents.get(text) or self._documents.put(text, read(self.schema, text))

    async def answered(self, chosen: Chosen, reading: Reading) -> bytes:
        """The response to a query or a mutation."""
        if chosen.operation.operation is OperationType.QUERY:
            plan = await self.answers.planned(*chosen.asked, reading)
            if plan and (body := await self.answers.compiled(plan, chosen.variables, reading)) is not None:
                observed().compiled(body)
                return body
        else:
            await self.answers.require_cheap(*chosen.asked[1:])
        result = await self.answers.executed(
            chosen.operations, chosen.sent.operation_name, chosen.sent.variables, reading, text=chosen.text
        )
        if chosen.operation.operation is OperationType.QUERY:
            raise_if_away(result)
        body = dumped(result, reading)
        observed().executed(result, body)
        return body

    def _document(self, sent: Sent) -> str:
        if self._trusted is None:
            if sent.query is None:
                raise NotTrusted
            return sent.query
        known = self._trusted.get(sent.document_id or "")
        if known is None and sent.query in self._trusted.values():
            known = sent.query
        if known is None:
            raise NotTrusted
        return known


def _note(refusal: Refusal) -> None:
    observed().refused(refusal)
    if isinstance(refusal, DatabaseUnavailable | RowBusy):
        log.warning("database.away", away="database", condition=refusal.condition)


def _text(headers: Headers, name: bytes) -> str | None:
    value = headers.get(name)
    return value.decode("latin-1") if value is not None else None


@cached_if_short
def _language(header: str | None) -> str | None:
    return preferred_language(header)


async def _body(headers: Headers, receive: Receive) -> bytes:
    declared = headers.get(b"content-length", b"0")
    if not declared.isdigit() or int(declared) > LARGEST_BODY:
        raise Bad(413, f"A body has at most {LARGEST_BODY} bytes")
    message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body"):
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Bad(400, "The body broke off")
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            raise Bad(413, f"A body has at most {LARGEST_BODY} bytes")
    return body


def _error(told: dict[str, Any]) -> bytes:
    return orjson.dumps({"errors": [told]})


def _errors(errors: Any, language: str) -> bytes:
    told: list[GraphQLError] = list(errors)
    return orjson.dumps({"errors": [formatted(each, language) for each in told]})


async def _send(send: Send, status: int, body: bytes, media: str, more: Mapping[str, str] | None = None) -> None:
    headers = [
        (b"content-type", f"{media}; charset=utf-8".encode() if ";" not in media else media.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"vary", b"accept, accept-language, authorization"),
        *((name.encode(), value.encode()) for name, value in (more or {}).items()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
