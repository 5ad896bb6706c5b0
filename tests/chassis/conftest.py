"""A wire for each test that speaks or hears: its own database, its own topics."""

from collections.abc import AsyncIterator
from itertools import count

import pytest

from korpu_local.databases import connection
from korpu_local.kafka import Broker
from korpu_local.postgres import Postgres
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
