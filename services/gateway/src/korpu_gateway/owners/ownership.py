"""Which owner keeps a thing, where several keep such things: as the read model has heard."""

from uuid import UUID

import asyncpg

from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_gateway.reads.kinds import KINDS


async def keeper(kind: str, id: UUID, pool: asyncpg.Pool) -> str | None:
    """The owner that keeps this thing; none while the read model has not heard of it, or cannot say."""
    statement = f"SELECT doc->>'kind' FROM {kind} WHERE id = $1"  # noqa: S608 -- a declared name
    try:
        return KINDS[kind].keeper(await pool.fetchval(statement, id))
    except (DatabaseUnavailable, RowBusy):
        return None
