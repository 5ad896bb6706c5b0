"""`PreviewImport`: look at every row and say what would become of it; nothing is entered."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.domain.mapping import unmapped
from korpu_registers.facts import (
    RegisterImportPreviewBegun,
)
from korpu_registers.refusals.general import FieldUnmapped
from korpu_registers.tables import RegisterImport


class PreviewImport(Changes):
    """The mapping is right as far as one sees."""


@changes(
    when=[ImportStatus.MAPPED],
    to=[ImportStatus.PREVIEWING],
    emits=[RegisterImportPreviewBegun],
    refuses=[FieldUnmapped],
)
async def preview_import(one: RegisterImport, command: PreviewImport, uow: UnitOfWork) -> None:
    """Look at every row and say what would become of it; nothing is entered."""
    if missing := unmapped(one.register.form, one.columns, one.defaults):
        raise FieldUnmapped("columns", fields=", ".join(missing))
    one.status = ImportStatus.PREVIEWING
    await uow.emit(one, RegisterImportPreviewBegun())
