"""Connections to the read model: those that plans use are kept at hand between two requests."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from korpu_chassis.database.availability import DatabaseUnavailable, translated
from korpu_chassis.database.breaker import CircuitBreaker
from korpu_chassis.database.conditions import Condition
from korpu_chassis.database.limits import READ
from korpu_chassis.observability.slow_statements import watched
from korpu_gateway.reads.refused import TookTooLong

MOST_STATEMENTS, LONGEST_PREPARED = 150, 32 * 1024
"""Of one connection, and in characters: the portal's longest is a fifth of that; PostgreSQL keeps ten times as much."""
SETTINGS = {
    "plan_cache_mode": "force_generic_plan",
    "jit": "off",
    "default_transaction_read_only": "on",
}
FITTED = "SET plan_cache_mode = force_custom_plan"
GENERIC = "SET plan_cache_mode = force_generic_plan"


class ReadingPool(asyncpg.Pool):
    """A pool whose single values are fetched over lines that stay taken: giving one back costs as much as a read.

    A statement is planned once for each line, and anew for each request on lines of their own where the best way
    depends on the values. At most three quarters of the connections stay taken, so that whoever fetches rows
    never waits for an idle line. A database that cannot answer now is told as `DatabaseUnavailable`.
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
        self._fitted: list[PoolConnectionProxy[Any]] = []
        self._most, self._most_fitted = connections // 2, connections // 4

    async def fetchval(self, query: str, *args: Any, **more: Any) -> Any:
        """One value; a line that was lost is replaced."""
        with _in_time(), self.breaker.watching():
            line = await self._line(self._kept) or await self.acquire()
            try:
                return await line.fetchval(query, *args, **more)
            finally:
                if not self._keep(line, self._kept, self._most):
                    await self.release(line)

    async def fitted(self, query: str, *args: Any) -> Any:
        """One value, by a plan that is made for these values."""
        async with self._fitting() as line:
            return await line.fetchval(query, *args)

    async def fitted_rows(self, query: str, *args: Any) -> Any:
        """Some rows, by a plan that is made for these values."""
        async with self._fitting() as line:
            return await line.fetch(query, *args)

    async def fetch(self, query: str, *args: Any, **more: Any) -> Any:
        """Some rows."""
        with _in_time(), self.breaker.watching():
            return await super().fetch(query, *args, **more)

    async def fetchrow(self, query: str, *args: Any, **more: Any) -> Any:
        """One row."""
        with _in_time(), self.breaker.watching():
            return await super().fetchrow(query, *args, **more)

    def acquire(self, *, timeout: float | None = READ.queue) -> Any:
        """A line for as long as it is needed; nobody waits for one without end."""
        return super().acquire(timeout=timeout)

    @asynccontextmanager
    async def _fitting(self) -> AsyncIterator[Any]:
        with _in_time(), self.breaker.watching():
            line = await self._line(self._fitted)
            if line is None:
                line = await self.acquire()
                await line.execute(FITTED)
            try:
                yield line
            finally:
                if not self._keep(line, self._fitted, self._most_fitted):
                    await self._let_go(line)

    async def _line(self, kept: "list[PoolConnectionProxy[Any]]") -> Any:
        while kept:
            line = kept.pop()
            if not line.is_closed():
                return line
            await self.release(line)
        return None

    def _keep(self, line: Any, kept: "list[PoolConnectionProxy[Any]]", most: int) -> bool:
        if len(kept) >= most or line.is_closed():
            return False
        kept.append(line)
        return True

    async def _let_go(self, line: Any) -> None:
        """Give a fitted line back as others expect it; one that cannot be made so is given up."""
        try:
            if not line.is_closed():
                await line.execute(GENERIC)
        except BaseException:
            line.terminate()
            raise
        finally:
            await self.release(line)

    async def close(self) -> None:
        """Give the kept lines back, and let all go."""
        self._most = self._most_fitted = 0
        for kept in (self._kept, self._fitted):
            while kept:
                await self.release(kept.pop())
        await self.breaker.close()
        await super().close()


@contextmanager
def _in_time() -> Iterator[None]:
    """Whatever means that the database cannot answer now, told so; and a question that it works at for too long."""
    try:
        with translated():
            yield
    except DatabaseUnavailable as away:
        if away.condition is Condition.SLOW:
            raise TookTooLong(seconds=int(READ.statement)) from away
        raise


async def _nothing_to_put_back(_: asyncpg.Connection) -> None:
    """Reads leave no trace on a connection."""


@asynccontextmanager
async def reading_pool(dsn: str, connections: int) -> AsyncIterator[ReadingPool]:
    """Connections for reading: statements stay prepared, and nothing is asked of PostgreSQL between two requests."""
    async with ReadingPool(dsn, connections) as pool:
        yield pool
