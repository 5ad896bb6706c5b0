"""`DismissRow`: put a row away."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus, Outcome
from korpu_registers.facts import RegisterImportRowDecided
from korpu_registers.policies.decisions import RowNumber, emit_decision, waiting_row
from korpu_registers.refusals.waiting_rows import UnknownRow
from korpu_registers.tables import RegisterImport


class DismissRow(Changes):
    """The row is of no use."""

    row: RowNumber


@changes(when=[ImportStatus.DONE], emits=[RegisterImportRowDecided], refuses=[UnknownRow])
async def dismiss_row(one: RegisterImport, command: DismissRow, uow: UnitOfWork) -> None:
    """Put a row away."""
    row = await waiting_row(one, command.row, uow)
    row.outcome = Outcome.DISMISSED
    await emit_decision(one, row, uow)
