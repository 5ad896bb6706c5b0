"""`StartImport`: enter the rows; those that need repair or are like known ones wait."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.aggregate import register_imports
from korpu_partners.imports.domain.lifecycle import ImportStatus
from korpu_partners.imports.facts import (
    RegisterImportStarted,
)
from korpu_partners.imports.policies.uploads import forget
from korpu_partners.imports.tables import RegisterImport
from korpu_partners.permissions import DEPARTMENT


class StartImport(Changes):
    """The preview was looked at."""


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.PREVIEWED],
    to=[ImportStatus.RUNNING],
    emits=[RegisterImportStarted],
)
async def start_import(one: RegisterImport, command: StartImport, uow: UnitOfWork) -> None:
    """Enter the rows; those that need repair or are like known ones wait."""
    one.status, one.worked, one.owner = ImportStatus.RUNNING, 0, uow.principal.subject
    await forget(one.file_id, uow)
    await uow.emit(one, RegisterImportStarted())
