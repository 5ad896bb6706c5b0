"""`UndoImport`: take back all that an import made, while nothing depends on it."""

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.imports.aggregate import register_imports
from korpu_partners.imports.domain.lifecycle import ImportStatus
from korpu_partners.imports.facts import (
    RegisterImportUndoBegun,
)
from korpu_partners.imports.kinds.registry import REGISTERS
from korpu_partners.imports.policies.tables_of_files import ASKED_AT_ONCE
from korpu_partners.imports.refusals.general import StillNeeded
from korpu_partners.imports.tables import RegisterImport, RegisterRow
from korpu_partners.permissions import DEPARTMENT


class UndoImport(Changes):
    """Why; no names of persons."""

    reason: Text


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.DONE],
    to=[ImportStatus.UNDOING],
    emits=[RegisterImportUndoBegun],
    refuses=[StillNeeded],
)
async def undo_import(one: RegisterImport, command: UndoImport, uow: UnitOfWork) -> None:
    """Take back all that an import made, while nothing depends on it."""
    made = select(col(RegisterRow.made_id)).where(
        col(RegisterRow.import_id) == one.id, col(RegisterRow.made_id).is_not(None)
    )
    ids = [each for each in await uow.session.scalars(made) if each]
    for first in range(0, len(ids), ASKED_AT_ONCE):
        if needed := await REGISTERS[one.kind].dependents(ids[first : first + ASKED_AT_ONCE], uow):
            raise StillNeeded(dependents=", ".join(needed))
    one.status, one.worked, one.reason = ImportStatus.UNDOING, 0, command.reason
    one.owner = uow.principal.subject
    await uow.emit(one, RegisterImportUndoBegun(reason=command.reason))
