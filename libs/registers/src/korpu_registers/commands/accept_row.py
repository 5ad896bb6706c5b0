"""`AcceptRow`: enter a row although something like it is known."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.facts import RegisterImportRowDecided
from korpu_registers.policies.decisions import RowNumber, emit_decision, waiting_row
from korpu_registers.policies.steps import by_owner, enter
from korpu_registers.refusals.waiting_rows import UnknownRow
from korpu_registers.tables import RegisterImport


class AcceptRow(Changes):
    """It is none of those that were offered."""

    row: RowNumber


@changes(when=[ImportStatus.DONE], emits=[RegisterImportRowDecided], refuses=[UnknownRow])
async def accept_row(one: RegisterImport, command: AcceptRow, uow: UnitOfWork) -> None:
    """Enter a row although something like it is known."""
    row = await waiting_row(one, command.row, uow)
    await enter(one, [row], by_owner(one, uow), another=True)
    await emit_decision(one, row, uow)
