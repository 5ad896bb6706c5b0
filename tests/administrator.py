"""A database as its administrator has it, whom no trigger stops: for trying what must be noticed afterwards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import asyncpg

from korpu_local.databases import connection
from korpu_local.postgres import Postgres


@asynccontextmanager
async def past_triggers(server: Postgres, dsn: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to this service's database on which triggers keep still."""
    async with connection(server, urlsplit(dsn).path[1:]) as session:
        await session.execute("SET session_replication_role = replica")
        yield session
