"""Connections to a service's database: in which order they are given, and what happens when none comes back."""

import asyncio
from dataclasses import replace
from itertools import count

import pytest

from korpu_chassis.database.availability import DatabaseUnavailable
from korpu_chassis.database.limits import COMMAND
from korpu_chassis.persistence.store import Database
from tests.chassis.wire import Wire


async def test_connections_are_given_in_the_order_of_asking(wire: Wire) -> None:
    database, tickets, given = Database(wire.dsn, connections=1), count(), list[int]()

    async def ask(pause: float) -> None:
        for _ in range(10):
            await asyncio.sleep(pause)
            ticket = next(tickets)
            async with database.transaction() as session:
                await session.connection()
                given.append(ticket)

    await asyncio.gather(*(ask(each / 1000) for each in range(20)))
    await database.close()

    assert given == sorted(given)


async def test_who_waits_too_long_for_a_connection_is_told_and_takes_no_turn(wire: Wire) -> None:
    database = Database(wire.dsn, connections=1, limits=replace(COMMAND, queue=0.05))

    async with database.transaction() as session:
        await session.connection()
        with pytest.raises(DatabaseUnavailable):
            async with database.transaction():
                pass
    async with database.transaction() as session:
        await session.connection()
    await database.close()
