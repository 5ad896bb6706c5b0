"""Operations see what happens, and nothing about a person."""

import asyncio
import gc
import io
import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from korpu_chassis.observability import telemetry
from korpu_chassis.refusals import StaleVersion

NAME = "Nərmin Quliyeva"
EMAIL = "nermin@gdu.edu.az"

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def lines() -> Iterator[Lines]:
    """What has been logged so far, line by line."""
    with lines_of("bakery") as logged:
        yield logged


@contextmanager
def lines_of(service: str) -> Iterator[Lines]:
    output = io.StringIO()
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    handlers, level = logging.root.handlers, logging.root.level
    before = structlog.get_config()
    telemetry.configure(service, "serve", stream=output)
    yield lambda: [json.loads(line) for line in output.getvalue().split("\n") if line]
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.root.handlers = handlers
    logging.root.setLevel(level)
    structlog.configure(**before)


def test_every_line_says_who_speaks_and_in_which_story(lines: Lines) -> None:
    with telemetry.telling(correlation_id="c-1"):
        structlog.get_logger().info("relay.sent", count=3)
    structlog.get_logger().info("relay.slept")

    sent, slept = lines()
    assert (sent["event"], sent["count"], sent["level"]) == ("relay.sent", 3, "info")
    assert (sent["service"], sent["role"], sent["correlation_id"]) == ("bakery", "serve", "c-1")
    assert slept["correlation_id"] is None
    assert sent["at"].endswith("Z")


@pytest.mark.parametrize("library", ["uvicorn.error", "aiokafka.consumer", "sqlalchemy.pool", "a.stranger"])
def test_the_libraries_speak_through_the_same_pipe(lines: Lines, library: str) -> None:
    logging.getLogger(library).warning("lost %s of %d", "one", 3)

    [line] = lines()
    assert (
        line.items() >= {"event": "lost one of 3", "logger": library, "service": "bakery", "level": "warning"}.items()
    )


def test_what_is_hidden_is_masked_at_any_depth(lines: Lines) -> None:
    structlog.get_logger().info(
        "door.opened", token=NAME, guest={"email": NAME, "list": [{"Phone": NAME}]}, kept="wood"
    )

    [line] = lines()
    assert NAME not in json.dumps(line, ensure_ascii=False)
    assert line["kept"] == "wood"


@pytest.mark.parametrize(
    "said", [f"sent to {EMAIL}", f"<{EMAIL}>", "postgresql://korpu:hunter2@db/korpu", [f"cc {EMAIL}"], {"x": EMAIL}]
)
def test_mail_addresses_and_passwords_of_addresses_are_masked(lines: Lines, said: Any) -> None:
    structlog.get_logger().info("said", words=said)

    [line] = lines()
    assert "nermin" not in str(line)
    assert "hunter2" not in str(line)


class Guest(BaseModel):
    age: int


def a_group() -> None:
    raise ExceptionGroup(NAME, [ValueError(NAME), KeyError(NAME)])


def a_cause() -> None:
    raise RuntimeError(NAME) from ValueError(NAME)


FAILURES: dict[str, Callable[[], object]] = {
    "a value": lambda: int(NAME),
    "a key": lambda: os.environ[NAME],
    "an input": lambda: Guest.model_validate({"age": NAME}),
    "a group": a_group,
    "a cause": a_cause,
}


@pytest.mark.parametrize("fail", FAILURES.values(), ids=FAILURES.keys())
def test_an_exception_is_told_by_its_kind_and_place_without_its_words(lines: Lines, fail: Callable[[], object]) -> None:
    with pytest.raises(Exception, match=NAME) as caught:
        fail()
    error = caught.value

    structlog.get_logger().error("door.stuck", exc_info=error, reason=error)
    logging.getLogger("uvicorn.error").error("failed: %s", error, exc_info=error)

    ours, theirs = lines()
    assert NAME not in json.dumps([ours, theirs], ensure_ascii=False)
    assert type(error).__name__ in ours["error"]
    assert type(error).__name__ in theirs["event"]
    assert any("test_telemetry.py" in frame for frame in ours["trace"])
    assert theirs["trace"] == ours["trace"]


def test_words_made_of_code_are_kept(lines: Lines) -> None:
    try:
        object().missing  # type: ignore[attr-defined]  # noqa: B018
    except AttributeError:
        structlog.get_logger().exception("door.stuck")

    [line] = lines()
    assert line["error"] == "AttributeError 'object' object has no attribute 'missing'"


def test_a_refusal_is_told_by_its_code(lines: Lines) -> None:
    structlog.get_logger().warning("refused", reason=StaleVersion(seen=1, version=2))

    assert lines()[0]["reason"] == "StaleVersion code=stale-version"


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("insert into guest values (:email, 1), (:email, 1)", "sqlstate=23505 constraint_name=guest_pkey"),
        ("insert into guest values (:email, null)", "sqlstate=23502 table_name=guest column_name=age"),
        ("select cast(:name as text)::uuid", "sqlstate=22P02"),
    ],
)
async def test_a_databases_error_never_quotes_a_row(lines: Lines, postgres: str, statement: str, told: str) -> None:
    engine = create_async_engine(postgres.replace("postgresql://", "postgresql+asyncpg://"))
    async with engine.connect() as connection:
        await connection.execute(text("create temporary table guest (email text primary key, age int not null)"))
        with pytest.raises(DBAPIError, match=r"@|Nərmin") as caught:
            await connection.execute(text(statement), {"email": EMAIL, "name": NAME})
    await engine.dispose()

    structlog.get_logger().error("row.refused", exc_info=caught.value, reason=caught.value)
    logging.getLogger("uvicorn.error").error("failed", exc_info=caught.value)

    said = json.dumps(lines(), ensure_ascii=False)
    assert told in said
    assert NAME not in said
    assert EMAIL not in said


async def test_an_exception_that_nobody_awaited_is_told_without_its_words(lines: Lines) -> None:
    async def fail() -> None:
        raise ValueError(NAME)

    task = asyncio.create_task(fail())
    await asyncio.sleep(0.01)
    del task
    gc.collect()

    [line] = lines()
    assert line["event"] == "Task exception was never retrieved"
    assert NAME not in json.dumps(line, ensure_ascii=False)
    assert line["error"] == "ValueError"


words = st.text(alphabet=st.characters(exclude_categories=()), max_size=9)


@given(said=st.dictionaries(words, words | st.binary() | st.floats() | st.integers() | st.lists(words), max_size=3))
def test_whatever_is_said_becomes_one_line(said: dict[str, Any]) -> None:
    with lines_of("bakery") as lines:
        structlog.get_logger().info("said", more=said)

        assert len(lines()) == 1


def test_metrics_are_told_as_prometheus_reads_them() -> None:
    page, kind = telemetry.metrics_page()

    assert b"python_info" in page
    assert kind.startswith("text/plain")
