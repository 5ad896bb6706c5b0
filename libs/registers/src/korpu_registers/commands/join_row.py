"""`JoinRow`: say which known one a row is; nothing of it changes."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus, Outcome
from korpu_registers.facts import RegisterImportRowDecided
from korpu_registers.policies.decisions import RowNumber, emit_decision, waiting_row
from korpu_registers.refusals.waiting_rows import NotOffered, UnknownRow
from korpu_registers.tables import RegisterImport


class JoinRow(Changes):
    """It is one of those that were offered."""

    row: RowNumber
    same_as: UUID


@changes(when=[ImportStatus.DONE], emits=[RegisterImportRowDecided], refuses=[UnknownRow, NotOffered])
async def join_row(one: RegisterImport, command: JoinRow, uow: UnitOfWork) -> None:
    """Say which known one a row is; nothing of it changes."""
    row = await waiting_row(one, command.row, uow)
    if command.same_as not in row.offered:
        raise NotOffered("same_as")
    row.outcome, row.thing_id = Outcome.JOINED, command.same_as
    await emit_decision(one, row, uow)
