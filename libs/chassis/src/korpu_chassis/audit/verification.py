"""Whether audit and access log are what was written: every row, every chain, every seal, and what aggregates say."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.audit.questions import CHANGES, COUNTS, KNOWN, LOOKS, SEALS, agreeing
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.database.limits import WHOLE
from korpu_chassis.persistence.store import Database


class Break(NamedTuple):
    """The first place that is not what was written."""

    table: str
    id: str
    what: str


class Checked(NamedTuple):
    """What was looked at, up to the newest seal; and the first break, if there is one."""

    changes: int
    looks: int
    seals: int
    head: str | None
    broken: Break | None


async def verify(dsn: str, definitions: Sequence[AggregateDefinition[Any]], head: str | None = None) -> Checked:
    """Look at everything; `head` is the hash of a seal that must be there, as its log line told it."""
    database = Database(dsn, connections=1, limits=WHOLE)
    try:
        async with database.transaction() as session:
            counts = (await session.execute(COUNTS)).one()
            found = await _first_break(session, definitions) or await _missing(session, head)
    finally:
        await database.close()
    return Checked(counts.changes, counts.looks, counts.seals, counts.head, found)


async def _first_break(session: AsyncSession, definitions: Sequence[AggregateDefinition[Any]]) -> Break | None:
    looks = [("audit", CHANGES), ("read_log", LOOKS), ("audit_seal", SEALS)]
    tables = [str(definition.table.__tablename__) for definition in definitions]
    for table, question in [*looks, *((table, agreeing(table)) for table in tables)]:
        if found := (await session.execute(question)).one_or_none():
            return Break(table, str(found.id), found.what)
    return None


async def _missing(session: AsyncSession, head: str | None) -> Break | None:
    if head is None or (await session.execute(KNOWN, {"head": head})).scalar_one():
        return None
    return Break("audit_seal", head, "no seal has this hash")
