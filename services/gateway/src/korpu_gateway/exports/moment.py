"""One moment of the read model, at which everything that an export reads stands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import cast

from korpu_chassis.database.limits import BULK
from korpu_gateway.readmodel.moment import one_moment
from korpu_gateway.readmodel.pool import ReadingPool
from korpu_gateway.reads.reading import Reading


@asynccontextmanager
async def at_one_moment(pool: ReadingPool, reading: Reading) -> AsyncIterator[Reading]:
    """The same reading, with everything as it stands now, whatever is said meanwhile."""
    async with one_moment(pool, BULK) as snapshot:
        yield replace(reading, pool=cast("ReadingPool", snapshot))
