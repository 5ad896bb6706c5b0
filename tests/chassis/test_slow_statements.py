"""A statement that takes long is logged with its operation and request, and without a value."""

import asyncio
from collections.abc import Iterator

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from korpu_chassis.observability import slow_statements
from korpu_chassis.observability.request_context import request_context
from korpu_chassis.observability.telemetry import telling
from korpu_chassis.persistence.store import Database
from tests.chassis.test_telemetry import Lines, lines_of

NAME = "Nərmin Quliyeva"
CALLER = [(b"x-request-id", b"request-1")]


@pytest.fixture
def lines() -> Iterator[Lines]:
    slow_statements.log_from(100)
    with lines_of("bakery") as logged:
        yield logged
    slow_statements.log_from(250)


async def test_a_slow_statement_is_logged_with_its_operation_and_request(lines: Lines, postgres: str) -> None:
    database = Database(postgres, connections=1)
    with request_context(CALLER), telling(operation="BakeLoaf"):
        async with database.transaction() as session:
            await session.execute(text("select pg_sleep(0.12),   cast(:name as text)"), {"name": NAME})
            await session.execute(text("select 1"))
    await database.close()

    [line] = lines()
    assert line.items() >= {"event": "statement.slow", "operation": "BakeLoaf", "request_id": "request-1"}.items()
    assert line["statement"].startswith("select pg_sleep(0.12), ")
    assert line["ms"] >= 100
    assert NAME not in str(line)


async def test_a_statement_that_was_given_up_has_been_slow_too(lines: Lines, postgres: str) -> None:
    database = Database(postgres, connections=1)
    async with database.transaction() as session:
        await session.execute(text("set local statement_timeout = '150ms'"))
        with pytest.raises(DBAPIError):
            await session.execute(text("select pg_sleep(5)"))
    await database.close()

    assert [line["event"] for line in lines()] == ["statement.slow"]


async def test_a_slow_statement_of_a_pool_is_logged_too(lines: Lines, postgres: str) -> None:
    async with asyncpg.create_pool(postgres, min_size=1, max_size=1, init=slow_statements.watched) as pool:
        for _ in range(2):
            with request_context(CALLER):
                await pool.fetch("select pg_sleep(0.12), $1::text", NAME)
        await pool.fetch("select 1")
        await asyncio.sleep(0)

    assert [(line["event"], line["request_id"]) for line in lines()] == [("statement.slow", "request-1")] * 2
    assert NAME not in str(lines())
