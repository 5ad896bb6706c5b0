"""`AcceptRow`: enter a row although something like it is known."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.aggregate import register_imports
from korpu_partners.imports.domain.lifecycle import ImportStatus
from korpu_partners.imports.facts import RegisterImportRowDecided
from korpu_partners.imports.policies.decisions import RowNumber, emit_decision, waiting_row
from korpu_partners.imports.policies.steps import by_owner, enter
from korpu_partners.imports.refusals.waiting_rows import UnknownRow
from korpu_partners.imports.tables import RegisterImport
from korpu_partners.permissions import DEPARTMENT


class AcceptRow(Changes):
    """It is none of those that were offered."""

    row: RowNumber


@register_imports.changes(
    who=DEPARTMENT, when=[ImportStatus.DONE], emits=[RegisterImportRowDecided], refuses=[UnknownRow]
)
async def accept_row(one: RegisterImport, command: AcceptRow, uow: UnitOfWork) -> None:
    """Enter a row although something like it is known."""
    row = await waiting_row(one, command.row, uow)
    await enter(one, [row], by_owner(one, uow), another=True)
    await emit_decision(one, row, uow)
