"""What partners' other aggregates may ask of imports: ids come in, values go out."""

from collections.abc import Collection, Sequence
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.tables import tables
from korpu_registers import forgetting


async def forget_in_rows(ids: Collection[UUID], words: Sequence[str], uow: UnitOfWork) -> None:
    """Blank the rows that these things came from, and every cell of others that has one of these words."""
    await forgetting.forget_in_rows(tables.rows, ids, words, uow)
