"""What PostgreSQL, its client and SQLAlchemy say when a database cannot answer now, and what is a fault of ours."""

import asyncio
from typing import Any

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ResourceClosedError, SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from korpu_chassis.database.availability import DATABASE_ERRORS, condition_of
from korpu_chassis.database.conditions import Condition
from korpu_chassis.observability.engine_statements import watch_engine


@pytest.mark.parametrize(
    ("statement", "condition"),
    [
        ("SELECT pg_terminate_backend(pg_backend_pid())", Condition.LOST),
        ("SET statement_timeout = 10; SELECT pg_sleep(1)", Condition.SLOW),
        ("SELECT FROM nothing", Condition.REBUILT),
        ("BEGIN READ ONLY; CREATE TABLE t ()", Condition.LOST),
        ("DO $$ BEGIN RAISE SQLSTATE '53100'; END $$", Condition.FULL),
        ("DO $$ BEGIN RAISE SQLSTATE '53200'; END $$", Condition.FULL),
        ("DO $$ BEGIN RAISE SQLSTATE '53300'; END $$", Condition.FULL),
        ("DO $$ BEGIN RAISE SQLSTATE '57P02'; END $$", Condition.LOST),
        ("DO $$ BEGIN RAISE SQLSTATE '57P03'; END $$", Condition.STARTING),
        ("DO $$ BEGIN RAISE SQLSTATE '58030'; END $$", Condition.LOST),
        ("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$", Condition.CONFLICT),
        ("SELECT nothing", None),
        ("SELECT 1/0", None),
    ],
)
async def test_what_postgresql_says_is_known(postgres: str, statement: str, condition: Condition | None) -> None:
    session = await asyncpg.connect(postgres)
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError)) as told:
        await session.execute(statement)
    session.terminate()

    assert condition_of(told.value) == condition


async def test_what_the_client_says_is_known(postgres: str) -> None:
    session = await asyncpg.connect(postgres)
    with pytest.raises(asyncpg.DataError) as ours:
        await session.fetchval("SELECT $1::int", "seven")
    session.terminate()
    with pytest.raises(asyncpg.InterfaceError) as closed:
        await session.fetchval("SELECT 1")
    with pytest.raises(ConnectionRefusedError) as refused:
        await asyncpg.connect("postgresql://nobody@127.0.0.1:1/nothing")

    assert condition_of(ours.value) is None
    assert condition_of(closed.value) == condition_of(refused.value) == Condition.LOST
    assert condition_of(asyncpg.InternalClientError("got result for unknown protocol state 3")) == Condition.LOST
    assert condition_of(ValueError()) is None


@pytest.mark.parametrize("asked", range(1, 6))
async def test_a_connection_that_ends_while_it_is_set_up_is_a_lost_database(postgres: str, asked: int) -> None:
    """What the role of deadlines ended with, on a machine so slow that its first connection was given up."""
    prepare = asyncpg.Connection.prepare

    class Ending(asyncpg.Connection):
        left = asked

        async def prepare(self, *given: Any, **more: Any) -> Any:
            self.left -= 1
            if not self.left:
                asyncio.get_running_loop().call_soon(self.terminate)
            return await prepare(self, *given, **more)

    async def ended() -> "asyncpg.Connection[Any]":
        return await asyncpg.connect(postgres, connection_class=Ending)

    async def asks() -> None:
        async with engine.connect() as session:
            for _ in range(asked):
                await session.execute(text("SELECT 1"))

    engine = create_async_engine("postgresql+asyncpg://", async_creator=ended)
    watch_engine(engine)
    with pytest.raises((SQLAlchemyError, *DATABASE_ERRORS)) as set_up:
        await asks()
    await engine.dispose()
    await asyncio.sleep(0.05)  # the line is closed in a turn of the loop

    assert condition_of(set_up.value) == Condition.LOST


async def test_a_connection_that_is_closed_under_us_is_a_lost_database(postgres: str) -> None:
    usual = create_async_engine("postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(postgres))
    async with usual.connect() as session:
        await session.close()
        with pytest.raises(ResourceClosedError) as closed:
            await session.execute(text("SELECT 1"))
    async with usual.connect() as session:
        with pytest.raises(ResourceClosedError) as ours:
            (await session.execute(text("SET LOCAL statement_timeout = 0"))).all()
    await usual.dispose()

    assert condition_of(closed.value) == Condition.LOST
    assert condition_of(ours.value) is None
