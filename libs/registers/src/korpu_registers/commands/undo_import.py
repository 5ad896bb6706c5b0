"""`UndoImport`: take back all that an import made, while nothing depends on it."""

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.facts import (
    RegisterImportUndoBegun,
)
from korpu_registers.policies.tables_of_files import ASKED_AT_ONCE
from korpu_registers.refusals.general import StillNeeded
from korpu_registers.tables import RegisterImport


class UndoImport(Changes):
    """Why; no names of persons."""

    reason: Text


@changes(
    when=[ImportStatus.DONE],
    to=[ImportStatus.UNDOING],
    emits=[RegisterImportUndoBegun],
    refuses=[StillNeeded],
)
async def undo_import(one: RegisterImport, command: UndoImport, uow: UnitOfWork) -> None:
    """Take back all that an import made, while nothing depends on it."""
    row = one.tables.rows
    made = select(col(row.made_id)).where(col(row.import_id) == one.id, col(row.made_id).is_not(None))
    ids = [each for each in await uow.session.scalars(made) if each]
    for first in range(0, len(ids), ASKED_AT_ONCE):
        if needed := await one.register.dependents(ids[first : first + ASKED_AT_ONCE], uow):
            raise StillNeeded(dependents=", ".join(needed))
    one.status, one.worked, one.reason = ImportStatus.UNDOING, 0, command.reason
    one.owner = uow.principal.subject
    await uow.emit(one, RegisterImportUndoBegun(reason=command.reason))
