"""What mobility's other aggregates may ask of imports: ids come in, values go out."""

from collections.abc import Sequence
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.imports.tables import tables
from korpu_registers.forgetting import forget_in_rows


async def forget_person_in_rows(ids: Sequence[UUID], words: Sequence[str], uow: UnitOfWork) -> None:
    """Blank the rows that a person and their stays came from or may be, and every cell with one of the words."""
    await forget_in_rows(tables.rows, ids, words, uow, offered=True)
