"""`DropImport`: put an import away that nothing was entered of."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.facts import (
    RegisterImportDropped,
)
from korpu_registers.policies.tables_of_files import forget_rows
from korpu_registers.policies.uploads import forget
from korpu_registers.tables import RegisterImport


class DropImport(Changes):
    """Why; no names of persons."""

    reason: Text


@changes(
    when=[ImportStatus.MAPPED, ImportStatus.PREVIEWED],
    to=[ImportStatus.DROPPED],
    emits=[RegisterImportDropped],
)
async def drop_import(one: RegisterImport, command: DropImport, uow: UnitOfWork) -> None:
    """Put an import away that nothing was entered of."""
    one.status, one.reason, one.worked_on = ImportStatus.DROPPED, command.reason, uow.today
    await forget_rows(one, uow)
    await forget(one, uow)
    await uow.emit(one, RegisterImportDropped(reason=command.reason))
