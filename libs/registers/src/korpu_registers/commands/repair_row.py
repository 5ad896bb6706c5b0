"""`RepairRow`: mend a row that waits, and try it again."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.domain.mapping import is_field
from korpu_registers.facts import RegisterImportRowDecided
from korpu_registers.parts import MendedField
from korpu_registers.policies.decisions import RowNumber, emit_decision, waiting_row
from korpu_registers.policies.steps import by_owner, enter
from korpu_registers.refusals.general import MappingUnclear
from korpu_registers.refusals.waiting_rows import UnknownRow
from korpu_registers.tables import RegisterImport


class RepairRow(Changes):
    """What is given replaces what the row says."""

    row: RowNumber
    values: Annotated[tuple[MendedField, ...], Field(min_length=1, max_length=50)]


@changes(
    when=[ImportStatus.DONE],
    emits=[RegisterImportRowDecided],
    refuses=[UnknownRow, MappingUnclear],
)
async def repair_row(one: RegisterImport, command: RepairRow, uow: UnitOfWork) -> None:
    """Mend a row that waits, and try it again."""
    row = await waiting_row(one, command.row, uow)
    if not all(is_field(one.kind, each.field) for each in command.values):
        raise MappingUnclear("values")
    row.mended = {**row.mended, **{each.field: each.value for each in command.values}}
    await enter(one, [row], by_owner(one, uow))
    await emit_decision(one, row, uow)
