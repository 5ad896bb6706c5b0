"""One moment of the read model, at which everything that is asked of it stands."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from korpu_chassis.database.availability import translated
from korpu_chassis.database.breaker import CircuitBreaker
from korpu_chassis.database.limits import Limits
from korpu_gateway.readmodel.pool import ReadingPool


class Snapshot:
    """One line to the read model, standing at one moment; what is asked at the same time waits its turn."""

    def __init__(self, line: Any, breaker: CircuitBreaker) -> None:
        self._line = line
        self._breaker = breaker
        self._turn = asyncio.Lock()
        self._fits = False

    async def fetchval(self, query: str, *given: Any) -> Any:
        """One value."""
        async with self._turn:
            with translated(), self._breaker.watching():
                return await self._line.fetchval(query, *given)

    async def fitted(self, query: str, *given: Any) -> Any:
        """One value, by a plan that is made for these values; whoever exports asks little else."""
        await self._fit()
        return await self.fetchval(query, *given)

    async def fitted_rows(self, query: str, *given: Any) -> Any:
        """Some rows, by a plan that is made for these values."""
        await self._fit()
        return await self.fetch(query, *given)

    async def _fit(self) -> None:
        if not self._fits:
            self._fits = True
            await self.fetchval("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")

    async def fetch(self, query: str, *given: Any) -> Any:
        """Some rows."""
        async with self._turn:
            with translated(), self._breaker.watching():
                return await self._line.fetch(query, *given)


@asynccontextmanager
async def one_moment(pool: ReadingPool, limits: Limits) -> AsyncIterator[Snapshot]:
    """Everything as it stands now, whatever is said meanwhile."""
    with translated():
        async with pool.acquire() as line, line.transaction(isolation="repeatable_read", readonly=True):
            await line.execute(limits.statement_to_set())
            yield Snapshot(line, pool.breaker)
