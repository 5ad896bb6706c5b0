"""A database as its owner has it, and as its administrator, whom no trigger stops: for trying what must be noticed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import asyncpg

from korpu_chassis.configuration.settings import OwnerSettings
from korpu_local.databases import connection
from korpu_local.home import ROOT, Home
from korpu_local.postgres import Postgres


def as_owner(dsn: str) -> OwnerSettings:
    """What `migrate` and `restore` of a service are told, from the address under which it serves."""
    place = urlsplit(dsn)
    owner = (place.username or "").removesuffix("_serving")
    secret = Home(ROOT / ".local" / "test").secret(owner)
    return OwnerSettings(
        database=dsn, owner_database=f"postgresql://{owner}:{secret}@{place.hostname}:{place.port}{place.path}"
    )


@asynccontextmanager
async def past_triggers(server: Postgres, dsn: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to this service's database on which triggers keep still."""
    async with connection(server, urlsplit(dsn).path[1:]) as session:
        await session.execute("SET session_replication_role = replica")
        yield session
