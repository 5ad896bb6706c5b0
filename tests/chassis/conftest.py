"""A wire for each test that speaks or hears, and processes that are started for one test."""

from collections.abc import AsyncIterator, Iterator
from itertools import count

import pytest

from korpu_local.databases import connection
from korpu_local.kafka import Broker
from korpu_local.ports import free_port
from korpu_local.postgres import Postgres
from tests.chassis.started import SETTINGS, Program, Start
from tests.chassis.wire import Wire

numbers = count()


@pytest.fixture
async def wire(server: Postgres, kafka: Broker, run: str) -> AsyncIterator[Wire]:
    name = f"wire{next(numbers)}_{run}"
    async with connection(server) as session:
        await session.execute(f'CREATE DATABASE "{name}"')
    laid = Wire(server.dsn(name), kafka.kafka(f"{run}.{name}."))
    await laid.lay()

    yield laid

    await laid.database.close()
    async with connection(server) as session:
        await session.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the program in a role with more or other settings; None takes one away."""
    started: list[Program] = []

    def starting(role: str, **changes: str | None) -> Program:
        changed = SETTINGS | {f"KORPU_{name.upper()}": value for name, value in changes.items()}
        started.append(Program(role, {name: value for name, value in changed.items() if value is not None}))
        return started[-1]

    yield starting

    for each in started:
        each.process.kill()
        each.process.communicate()


@pytest.fixture
def port() -> int:
    return free_port()
