"""`RepairRow`: mend a row that waits, and try it again."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.aggregate import register_imports
from korpu_partners.imports.domain.lifecycle import ImportStatus
from korpu_partners.imports.domain.mapping import is_field
from korpu_partners.imports.facts import RegisterImportRowDecided
from korpu_partners.imports.parts import MendedField
from korpu_partners.imports.policies.decisions import RowNumber, emit_decision, waiting_row
from korpu_partners.imports.policies.steps import by_owner, enter
from korpu_partners.imports.refusals.general import MappingUnclear
from korpu_partners.imports.refusals.waiting_rows import UnknownRow
from korpu_partners.imports.tables import RegisterImport
from korpu_partners.permissions import DEPARTMENT


class RepairRow(Changes):
    """What is given replaces what the row says."""

    row: RowNumber
    values: Annotated[tuple[MendedField, ...], Field(min_length=1, max_length=50)]


@register_imports.changes(
    who=DEPARTMENT,
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
