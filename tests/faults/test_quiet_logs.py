"""While a server is away for a while, every process says so, and then says little."""

import asyncio
import json
from collections import Counter

import pytest

from korpu_local.programs import Program
from korpu_local.stack import Stack
from tests.faults.agreement import PATIENCE, some_work
from tests.faults.people import at_work

pytestmark = [pytest.mark.fault, pytest.mark.timeout(400)]

WHILE = 20.0
MOST_AT_ONCE = 8
"""Kinds of lines with which one process (relay, ticker, two readers and their clients) says that something is away."""


@pytest.mark.parametrize("server", ["kafka", "postgres"])
async def test_a_process_says_each_thing_once_and_then_one_line_a_minute(server: str, product: Stack) -> None:
    ours = [each for name, each in product.programs.items() if name not in {"kafka", "postgres", "issuer"}]
    async with at_work(product, 2) as people:
        await some_work(people, of=2)
        before = {each.name: len(lines(each)) for each in ours}

        product.programs[server].stop()
        await asyncio.sleep(WHILE)
        said = {each.name: Counter(map(kind, lines(each)[before[each.name] :])) for each in ours}
        product.programs[server].start()
        await asyncio.to_thread(product.recover, PATIENCE)
        await some_work(people, of=2)

    away = {name: {each: n for each, n in counted.items() if each} for name, counted in said.items()}
    assert {name for name, counted in away.items() if sum(counted.values()) > MOST_AT_ONCE} == set(), away
    assert any(away.values()), "somebody noticed"


def lines(program: Program) -> list[str]:
    return program.log.read_text(errors="replace").splitlines()


def kind(line: str) -> str | None:
    """What a line says of something that is away, or of anything else that went wrong."""
    said = json.loads(line)
    if said["level"] in {"info", "debug"} or said["event"] == "statement.slow":
        return None
    return f"{said.get('logger', '')} {said['event']} {said.get('repeated', '')}"
