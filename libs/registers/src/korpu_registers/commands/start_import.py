"""`StartImport`: enter the rows; those that need repair or are like known ones wait."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.facts import (
    RegisterImportStarted,
)
from korpu_registers.policies.uploads import forget
from korpu_registers.tables import RegisterImport


class StartImport(Changes):
    """The preview was looked at."""


@changes(
    when=[ImportStatus.PREVIEWED],
    to=[ImportStatus.RUNNING],
    emits=[RegisterImportStarted],
)
async def start_import(one: RegisterImport, command: StartImport, uow: UnitOfWork) -> None:
    """Enter the rows; those that need repair or are like known ones wait."""
    one.status, one.worked, one.owner = ImportStatus.RUNNING, 0, uow.principal.subject
    await forget(one, uow)
    await uow.emit(one, RegisterImportStarted())
