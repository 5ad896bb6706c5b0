"""Databases that a test has left, emptied for the next one: a new one costs ten times as much as an emptied one."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import asyncpg

from korpu_local.databases import connection
from korpu_local.postgres import Postgres

TABLES = """
    SELECT quote_ident(relname) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version' ORDER BY 1
"""
SHAPE = """
    SELECT md5(string_agg(concat(c.relname, c.relkind, a.attname, a.atttypid, a.attnotnull), ' '
        ORDER BY c.relname, a.attnum))
    FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
    WHERE c.relnamespace = 'public'::regnamespace
"""
ALONE = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


class Spares:
    """The databases of one process of tests: taken by one test after the other, each time empty and whole."""

    def __init__(self, server: Postgres, fresh: Callable[[str], Awaitable[str]]) -> None:
        self._server = server
        self._fresh = fresh
        self._left: dict[str, list[str]] = defaultdict(list)
        self._shapes: dict[str, str] = {}

    async def take(self, service: str) -> str:
        """An empty migrated database of this service."""
        if self._left[service]:
            return self._left[service].pop()
        dsn = await self._fresh(service)
        if service not in self._shapes:
            async with connection(self._server, urlsplit(dsn).path[1:]) as session:
                self._shapes[service] = await session.fetchval(SHAPE)
        return dsn

    async def leave(self, service: str, dsn: str) -> None:
        """Empty it for the next test; one that is gone, or is not what the migrations made, is used no more."""
        try:
            async with connection(self._server, urlsplit(dsn).path[1:]) as session:
                await session.fetch(ALONE)
                if await session.fetchval(SHAPE) == self._shapes[service]:
                    await _emptied(session)
                    self._left[service].append(dsn)
        except asyncpg.InvalidCatalogNameError:
            return


async def _emptied(session: asyncpg.Connection) -> None:
    tables = [row[0] for row in await session.fetch(TABLES)]
    asked = " UNION ALL ".join(f"SELECT '{each}' WHERE EXISTS (SELECT FROM {each})" for each in tables)  # noqa: S608
    if filled := [row[0] for row in await session.fetch(asked)]:
        await session.execute("SET session_replication_role = replica")  # some tables refuse it otherwise
        await session.execute(f"TRUNCATE {', '.join(filled)} RESTART IDENTITY CASCADE")
