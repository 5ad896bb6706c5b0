"""`DismissRow`: put a row away."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.aggregate import register_imports
from korpu_partners.imports.domain.lifecycle import ImportStatus, Outcome
from korpu_partners.imports.facts import RegisterImportRowDecided
from korpu_partners.imports.policies.decisions import RowNumber, emit_decision, waiting_row
from korpu_partners.imports.refusals.waiting_rows import UnknownRow
from korpu_partners.imports.tables import RegisterImport
from korpu_partners.permissions import DEPARTMENT


class DismissRow(Changes):
    """The row is of no use."""

    row: RowNumber


@register_imports.changes(
    who=DEPARTMENT, when=[ImportStatus.DONE], emits=[RegisterImportRowDecided], refuses=[UnknownRow]
)
async def dismiss_row(one: RegisterImport, command: DismissRow, uow: UnitOfWork) -> None:
    """Put a row away."""
    row = await waiting_row(one, command.row, uow)
    row.outcome = Outcome.DISMISSED
    await emit_decision(one, row, uow)
