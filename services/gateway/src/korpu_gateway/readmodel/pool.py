"""Connections to the read model: those that plans use are kept at hand between two requests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from korpu_chassis.database.availability import translated
from korpu_chassis.database.breaker import CircuitBreaker
from korpu_chassis.database.limits import READ
from korpu_chassis.observability.slow_statements import watched

MOST_STATEMENTS, LONGEST_PREPARED = 150, 32 * 1024
"""Of one connection, and in characters: the portal's longest is a fifth of that; PostgreSQL keeps ten times as much."""
SETTINGS = {
    "plan_cache_mode": "force_generic_plan",
    "jit": "off",
    "default_transaction_read_only": "on",
}


class ReadingPool(asyncpg.Pool):
    """A pool whose single values are fetched over lines that stay taken: giving one back costs as much as a read.

    At most half of the connections stay taken, so that whoever fetches rows never waits for an idle line. A database
    that cannot answer now is told as `DatabaseUnavailable`.
    """

    def __init__(self, dsn: str, connections: int) -> None:
        self.breaker = CircuitBreaker(dsn, READ, **SETTINGS)
        super().__init__(
            connect=self.breaker.connect,
            min_size=0,
            max_size=connections,
            max_queries=50_000,
            max_inactive_connection_lifetime=300.0,
            init=watched,
            reset=_nothing_to_put_back,
            loop=None,
            connection_class=asyncpg.Connection,
            record_class=asyncpg.Record,
            statement_cache_size=MOST_STATEMENTS,
            max_cached_statement_lifetime=0,
            max_cacheable_statement_size=LONGEST_PREPARED,
        )
        self._kept: list[PoolConnectionProxy[Any]] = []
        self._most = connections // 2

    async def fetchval(self, query: str, *args: Any, **more: Any) -> Any:
        """One value; a line that was lost is replaced."""
        with translated(), self.breaker.watching():
            line = await self._line()
            try:
                return await line.fetchval(query, *args, **more)
            finally:
                await self._keep(line)

    async def fetch(self, query: str, *args: Any, **more: Any) -> Any:
        """Some rows."""
        with translated(), self.breaker.watching():
            return await super().fetch(query, *args, **more)

    async def fetchrow(self, query: str, *args: Any, **more: Any) -> Any:
        """One row."""
        with translated(), self.breaker.watching():
            return await super().fetchrow(query, *args, **more)

    def acquire(self, *, timeout: float | None = READ.queue) -> Any:
        """A line for as long as it is needed; nobody waits for one without end."""
        return super().acquire(timeout=timeout)

    async def _line(self) -> Any:
        while self._kept:
            line = self._kept.pop()
            if not line.is_closed():
                return line
            await self.release(line)
        return await self.acquire()

    async def _keep(self, line: "PoolConnectionProxy[Any]") -> None:
        if len(self._kept) < self._most and not line.is_closed():
            self._kept.append(line)
        else:
            await self.release(line)

    async def close(self) -> None:
        """Give the kept lines back, and let all go."""
        self._most = 0
        while self._kept:
            await self.release(self._kept.pop())
        await self.breaker.close()
        await super().close()


async def _nothing_to_put_back(_: asyncpg.Connection) -> None:
    """Reads leave no trace on a connection."""


@asynccontextmanager
async def reading_pool(dsn: str, connections: int) -> AsyncIterator[ReadingPool]:
    """Connections for reading: statements stay prepared, and nothing is asked of PostgreSQL between two requests."""
    async with ReadingPool(dsn, connections) as pool:
        yield pool
