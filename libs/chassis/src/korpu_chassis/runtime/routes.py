"""The owner's routes: one for each declared command, refusals as problem details, limits before work."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any, TypeVar
from uuid import UUID

import orjson
from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.json_schema import models_json_schema
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.exceptions import HTTPException

from korpu_chassis.commands.aggregate import AggregateDefinition, Declared
from korpu_chassis.commands.answer import Answer
from korpu_chassis.commands.command import Command
from korpu_chassis.commands.execution import execute, refused
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.database.availability import RowBusy
from korpu_chassis.database.conditions import Condition
from korpu_chassis.database.limits import READ
from korpu_chassis.http.middleware import (
    JSON,
    PROBLEM_RESPONSE,
    ProblemDetails,
    add_request_middleware,
    preferred_language,
)
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence import store
from korpu_chassis.persistence.store import Aggregate
from korpu_chassis.refusals import InvalidInput, NotFound, Unauthenticated
from korpu_chassis.runtime.assembly import ServiceRuntime
from korpu_chassis.validation.codes import Text

B = TypeVar("B", bound=BaseModel)

TRAIL = TypeAdapter(list[store.AuditRow])

TRIES = 4


class OwnerContext:
    """What the routes of one service stand on: which service it is, and who asks."""

    def __init__(self, runtime: ServiceRuntime) -> None:
        self.runtime = runtime
        self.database = runtime.database

    async def principal(self, request: Request) -> Principal:
        """Who asks, by the token and by whose place they act in; spoken to in the language that the request prefers.

        Ask before a transaction begins: who acts in whose place is read over a connection of its own.
        """
        principal = await self.runtime.identification.principal(request.headers.get("authorization"))
        language = preferred_language(request.headers.get("accept-language"))
        return principal.speaking(language) if language else principal

    def unit_of_work(self, session: AsyncSession, request: Request, principal: Principal, command: str) -> UnitOfWork:
        """One piece of work for this request."""
        return self.runtime.unit_of_work(session, principal, command, correlation_id=correlation(request))


def context_of(request: Request) -> OwnerContext:
    """The context of the application that the request came to, in an aggregate's own routes."""
    context: OwnerContext = request.app.state.context
    return context


def create_app(runtime: ServiceRuntime) -> FastAPI:
    """The owner's HTTP application: its commands, its reads, and what its aggregates add."""
    app = FastAPI(title=f"Körpü {runtime.service.name}", version="1", docs_url=None, redoc_url=None)
    context = OwnerContext(runtime)
    app.state.context = context
    for router in (command_routes(context), aggregate_routes(context), *runtime.service.routers):
        app.include_router(router)
    add_request_middleware(app, runtime.service.name, runtime.service.streams)
    _describe_inputs(app)
    return app


def command_routes(context: OwnerContext) -> APIRouter:
    """The routes of every declared command."""
    router = APIRouter(tags=["commands"])
    for declared in context.runtime.service.commands():
        _add_command(router, context, declared)
    return router


def aggregate_routes(context: OwnerContext) -> APIRouter:
    """Read one aggregate as its owner knows it, and its audit."""
    router = APIRouter(tags=["reading"])
    for definition in context.runtime.service.definitions:
        _add_reads(router, context, definition)
    return router


def _add_command(router: APIRouter, context: OwnerContext, declared: Declared) -> None:
    async def run(request: Request, principal: Principal, command: Command) -> Answer:
        async with context.database.transaction(getattr(command, "limits", None), row=command.waits_at) as session:
            return await execute(declared, command, context.unit_of_work(session, request, principal, declared.name))

    async def endpoint(request: Request) -> Response:
        principal = await context.principal(request)
        if not declared.open_to(principal):
            raise refused(principal)
        command = await read_body(request, declared.input)
        return answer(await _retried(lambda: run(request, principal, command)))

    statuses = {400, 401, 403, 404, 409, 413, 415, 422, 503} | {each.status for each in declared.refuses}
    router.add_api_route(
        declared.path,
        endpoint,
        methods=["POST"],
        operation_id=declared.name,
        summary=declared.summary,
        response_model=Answer,
        responses=dict.fromkeys(sorted(statuses), PROBLEM_RESPONSE),
        openapi_extra=takes(declared.input),
    )


def _add_reads(router: APIRouter, context: OwnerContext, definition: AggregateDefinition[Any]) -> None:
    async def permitted(principal: Principal, session: AsyncSession, aggregate_id: UUID) -> Aggregate:
        row: Aggregate | None = await session.get(definition.table, aggregate_id)
        if row is None or not definition.shows(row, principal):
            raise Unauthenticated() if principal.is_anonymous else NotFound("id")
        return row

    async def one(request: Request, id: UUID) -> Response:
        principal = await context.principal(request)
        async with context.database.transaction(READ) as session:
            return answer(definition.published(await permitted(principal, session, id)))

    async def trail(request: Request, id: UUID) -> Response:
        principal = await context.principal(request)
        async with context.database.transaction(READ) as session:
            row = await permitted(principal, session, id)
            of_it = select(store.audit).where(store.audit.c.aggregate_id == row.id).order_by(store.audit.c.version)
            found = (await session.execute(of_it)).mappings()
            return Response(TRAIL.dump_json(TRAIL.validate_python(found.all())), media_type=JSON)

    name = definition.name.replace("_", "-")
    shared: dict[str, Any] = {
        "methods": ["GET"],
        "responses": dict.fromkeys((401, 404, 422, 503), PROBLEM_RESPONSE),
    }
    router.add_api_route(
        f"/{name}/{{id}}",
        one,
        operation_id=f"read_{definition.name}",
        summary=f"One {name} as its owner knows it.",
        response_model=definition.state,
        **shared,
    )
    router.add_api_route(
        f"/{name}/{{id}}/audit",
        trail,
        operation_id=f"audit_{definition.name}",
        summary=f"Who changed this {name}, when, what and why.",
        response_model=list[store.AuditRow],
        **shared,
    )


async def read_body(request: Request, kind: type[B]) -> B:
    """Read a JSON body strictly; what is wrong is named field by field and never repeated."""
    if request.headers.get("content-type", JSON).split(";")[0].strip().lower() != JSON:
        raise HTTPException(415)
    body = await request.body()
    if key := request.headers.get("idempotency-key"):
        body = _with_key(body, key)
    try:
        return kind.model_validate_json(body, strict=True)
    except ValidationError as wrong:
        raise InvalidInput.of(wrong.errors(include_url=False, include_input=False)) from None


def _with_key(body: bytes, key: str) -> bytes:
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return body
    return orjson.dumps({"idempotency_key": key, **value}) if isinstance(value, dict) else body


def answer(value: BaseModel) -> Response:
    """The value as JSON."""
    return Response(value.model_dump_json(), media_type=JSON)


async def _retried(run: Callable[[], Awaitable[Answer]]) -> Answer:
    """Run a transaction again when the database gave it up for another one: nothing of it was kept."""
    for attempt in range(TRIES - 1):
        try:
            return await run()
        except RowBusy as reason:
            if reason.condition is not Condition.CONFLICT:
                raise
            await asyncio.sleep(0.02 * 2**attempt)
    return await run()


def correlation(request: Request) -> UUID | None:
    """The story that the caller says this belongs to."""
    try:
        return UUID(request.headers.get("correlation-id", ""))
    except ValueError:
        return None


def takes(kind: type[BaseModel]) -> dict[str, Any]:
    """The OpenAPI entry of a body that `read_body` reads: `openapi_extra=takes(BakeLoaf)`."""
    schema = {"$ref": f"#/components/schemas/{kind.__name__}"}
    _TAKEN[kind.__name__] = kind
    return {"requestBody": {"required": True, "content": {JSON: {"schema": schema}}}}


_TAKEN: dict[str, type[BaseModel]] = {ProblemDetails.__name__: ProblemDetails}


def _describe_inputs(app: FastAPI) -> None:
    """Put the schemas of inputs and problems into the OpenAPI document, each once: FastAPI does not see them."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        described = generate()
        names = {name for name in _TAKEN if f'"#/components/schemas/{name}"' in orjson.dumps(described).decode()}
        _, definitions = models_json_schema(
            [(_TAKEN[name], "validation") for name in sorted(names)], ref_template="#/components/schemas/{model}"
        )
        described.setdefault("components", {}).setdefault("schemas", {}).update(definitions.get("$defs", {}))
        return described

    app.openapi = openapi  # type: ignore[method-assign]  # the way that FastAPI documents


MOST_IN_A_BATCH = 500
PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 413, 415, 422, 503), PROBLEM_RESPONSE)


class Batch(BaseModel):
    """Some things by their ids."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    ids: Annotated[tuple[UUID, ...], Field(max_length=MOST_IN_A_BATCH)]


class LoggedBatch(Batch):
    """Some things by their ids, and why they are looked at."""

    purpose: Annotated[Text | None, Field(max_length=200, description="Why; it stands in the access log.")] = None


Q = TypeVar("Q", bound=BaseModel)


@asynccontextmanager
async def asked(request: Request, question: type[Q], name: str | None = None) -> AsyncIterator[tuple[Q, UnitOfWork]]:
    """What is asked, and the work in which it is answered; nobody from the street asks."""
    context = context_of(request)
    principal = await context.principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    body = await read_body(request, question)
    async with context.database.transaction(READ) as session:
        yield body, context.unit_of_work(session, request, principal, name or question.__name__)
