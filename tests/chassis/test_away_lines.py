"""Who waits for something that is away says so at once, and then once a minute; nothing else is counted."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from aiokafka.errors import KafkaConnectionError, NodeNotReadyError, TopicAuthorizationFailedError

from korpu_chassis.observability import away_lines
from korpu_chassis.observability.repeated_lines import RepeatedLines
from tests.chassis.test_telemetry import lines_of

Lines = Callable[[], list[dict[str, Any]]]
OURS = "aiokafka.of.these.tests"
client = logging.getLogger(OURS)


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    """The lines of these tests; a reader that another test has left in this process says nothing meanwhile."""
    for name in [each for each in logging.root.manager.loggerDict if each.startswith("aiokafka") and each != OURS]:
        monkeypatch.setattr(logging.getLogger(name), "disabled", True)
    with lines_of("bakery") as logged:
        yield logged


def events(lines: Lines) -> list[str]:
    return [line["event"] for line in lines()]


def test_of_each_kind_of_error_the_first_line_is_written(lines: Lines) -> None:
    log = structlog.get_logger()
    for _ in range(20):
        for reason in ("ConnectionRefusedError", "TimeoutError"):
            log.warning("relay.stalled", away="kafka", reason=reason, waiting=3)
        log.warning("ticker.waiting", away="database", reason="lost")

    assert [(line["event"], line["reason"]) for line in lines()] == [
        ("relay.stalled", "ConnectionRefusedError"),
        ("relay.stalled", "TimeoutError"),
        ("ticker.waiting", "lost"),
    ]


def test_the_client_of_kafka_says_once_that_it_is_away_and_every_other_fault_beside_it(lines: Lines) -> None:
    for error in (NodeNotReadyError(), KafkaConnectionError(), OSError(111, "refused")) * 9:
        client.error("Failed fetch messages from %s: %s", 1, error)
        client.error("Unable to update metadata from %s", [1])
    for _ in range(9):
        client.error("Failed: %s", TopicAuthorizationFailedError())

    assert len(events(lines)) == 2
    assert "NodeNotReadyError" in events(lines)[0]
    assert "TopicAuthorizationFailedError" in events(lines)[1]


def test_what_speaks_of_nothing_that_is_away_is_never_counted(lines: Lines) -> None:
    for _ in range(9):
        structlog.get_logger().info("request.answered", status=503)
        structlog.get_logger().warning("message.parked", away=None, why="LookupError")
        logging.getLogger("uvicorn.error").warning("lost")

    assert len(events(lines)) == 27


async def test_it_is_said_how_many_lines_were_left_out_and_when_it_is_over(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = structlog.get_logger()
    [counting] = [each for each in structlog.get_config()["processors"] if isinstance(each, away_lines.AwayLines)]
    now = [0.0]
    # Nobody waits for a minute in a test, and the machine's own pauses are none of what is counted.
    monkeypatch.setattr(counting, "_lines", RepeatedLines(0.3, lambda: now[0]))

    count = 0
    for _ in range(70):
        log.warning("relay.stalled", away="kafka", reason="lost")
        client.error("Failed: %s", NodeNotReadyError())
        count += 2
        now[0] += 0.01
    now[0] += 0.3
    async with asyncio.timeout(10):
        while "away.over" not in events(lines):  # noqa: ASYNC110 -- a timer says it
            await asyncio.sleep(0.01)

    *said, over = lines()
    assert (over["what"], over["level"], over["seconds"]) == ("kafka", "info", 0.7)
    assert sum(line.get("repeated", 1) for line in said) + over["repeated"] == count
    assert len(said) == 4
