"""A query explained: the endpoint's own statement, and how PostgreSQL answers it; or why there is none."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson
from graphql import OperationType

from korpu_chassis.database.limits import BULK
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Refusal
from korpu_gateway.http.endpoint import Chosen, Endpoint
from korpu_gateway.http.requests import Bad, from_object
from korpu_gateway.owners.remote_fields import Told
from korpu_gateway.reads.arguments import filled
from korpu_gateway.reads.leaves import BROKEN
from korpu_gateway.reads.plan import Plan

LONGEST_VALUE = 200
NO_QUERY = "only queries are compiled whole: a mutation is done by its owner, and a subscription asks when it is told"


class NotExplained(Exception):
    """There is nothing to show, for a reason that whoever asks can mend."""


@dataclass(frozen=True)
class Asked:
    """A request of GraphQL, and who sends it."""

    body: Mapping[str, Any]
    principal: Principal
    language: str


async def explained(endpoint: Endpoint, pool: asyncpg.Pool, asked: Asked) -> AsyncIterator[str]:
    """What is to be told, part by part: the statement is there before PostgreSQL has answered it."""
    reading = endpoint.reading(asked.principal, asked.language, {})
    try:
        chosen = await endpoint.chosen(from_object(dict(asked.body)), asked.principal, asked.language)
        if isinstance(chosen, bytes):
            raise NotExplained(" / ".join(each["message"] for each in orjson.loads(chosen)["errors"]))
        if chosen.operation.operation is not OperationType.QUERY:
            raise NotExplained(NO_QUERY)
        plan = await endpoint.answers.planned(*chosen.asked, reading)
    except Bad as bad:
        raise NotExplained(bad.words) from None
    except Refusal as refusal:
        raise NotExplained(f"{refusal.message('en')} ({refusal.code})") from None
    if plan is None:
        why = endpoint.answers.why_executed(*chosen.asked, reading)
        yield f"-- executed field by field, not compiled: {why}"
        return
    values = [filled(each, chosen.variables, asked.principal) for each in plan.parameters]
    for part in _told(plan, chosen, values):
        yield part
    async for part in _answered(pool, plan, values):
        yield part


def _told(plan: Plan, chosen: Chosen, values: Sequence[Any]) -> Iterator[str]:
    """The statement, and what happens around it."""
    name = chosen.operation.name.value if chosen.operation.name else "the query"
    yield f"-- {name} is compiled into one statement; the answer may lead to {plan.cost:,} things"
    by_owners = sum(isinstance(hole.function, Told) for hole in plan.holes)
    if plan.holes:
        yield f"-- {len(plan.holes)} fields are made of it in Python, {by_owners} of them of what owners tell"
    for place, value in enumerate(map(repr, values), 1):
        yield f"-- ${place} = {value[:LONGEST_VALUE]}{'…' * (len(value) > LONGEST_VALUE)}"
    yield f"{plan.statement};"


async def _answered(pool: asyncpg.Pool, plan: Plan, values: Sequence[Any]) -> AsyncIterator[str]:
    """How PostgreSQL answers the prepared statement, as the endpoint has it prepared; nothing can be changed by it."""
    async with pool.acquire() as line:
        try:
            async with line.transaction(readonly=True):
                await line.execute(BULK.statement_to_set())
                prepared = await line.prepare(plan.statement)
                given = [await _literal(line, *each) for each in zip(values, prepared.get_parameters(), strict=True)]
                execute = f"EXECUTE {prepared.get_name()}" + (f"({', '.join(given)})" if given else "")
                rows = await line.fetch(f"EXPLAIN (ANALYZE, BUFFERS) {execute}")
                answer: bytes = await prepared.fetchval(*values)
        except asyncpg.QueryCanceledError:
            raise NotExplained(f"PostgreSQL has not answered within {BULK.statement:g} s") from None
        except asyncpg.PostgresError as wrong:
            raise NotExplained(f"PostgreSQL says: {wrong}") from None
    yield "\n".join(f"-- {row[0]}" for row in rows)
    yield f"-- the statement answers {len(answer):,} bytes"
    if BROKEN in answer:
        yield "-- but lacks a value that the schema promises: the endpoint executes the query again, to tell the error"


async def _literal(line: Any, value: Any, type_: Any) -> str:
    """The value as a statement has it; PostgreSQL quotes it, and the name of the type is its own."""
    return str(await line.fetchval(f"SELECT quote_nullable(($1::{type_.name})::text)", value))
