"""One address says where the database is and how its connection is protected, for every client that we have."""

import asyncpg
import pytest
from sqlalchemy import text

from korpu_chassis.persistence.store import Database
from korpu_chassis.refusals import Unavailable
from korpu_local.postgres import Postgres


@pytest.mark.parametrize("mode", ["disable", "prefer"])
async def test_an_address_that_names_a_mode_is_understood(server: Postgres, mode: str) -> None:
    dsn = f"{server.dsn()}?sslmode={mode}"
    database = Database(dsn, connections=1)

    async with database.transaction() as session:
        assert (await session.execute(text("select 1"))).scalar_one() == 1
    session_of_the_relay = await asyncpg.connect(dsn)

    await session_of_the_relay.close()
    await database.close()


async def test_an_address_that_insists_on_tls_is_never_answered_in_the_clear(server: Postgres) -> None:
    dsn = f"{server.dsn()}?sslmode=require"  # the server of the tests knows no TLS
    database = Database(dsn, connections=1)

    with pytest.raises(Unavailable) as away:
        async with database.transaction() as session:
            await session.execute(text("select 1"))
    assert "SSL" in str(away.value.__cause__)
    with pytest.raises(ConnectionError, match="SSL"):
        await asyncpg.connect(dsn)

    await database.close()
