"""`PreviewImport`: look at every row and say what would become of it; nothing is entered."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.aggregate import register_imports
from korpu_partners.imports.domain.lifecycle import ImportStatus
from korpu_partners.imports.domain.mapping import unmapped
from korpu_partners.imports.facts import (
    RegisterImportPreviewBegun,
)
from korpu_partners.imports.refusals.general import FieldUnmapped
from korpu_partners.imports.tables import RegisterImport
from korpu_partners.permissions import DEPARTMENT


class PreviewImport(Changes):
    """The mapping is right as far as one sees."""


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.MAPPED],
    to=[ImportStatus.PREVIEWING],
    emits=[RegisterImportPreviewBegun],
    refuses=[FieldUnmapped],
)
async def preview_import(one: RegisterImport, command: PreviewImport, uow: UnitOfWork) -> None:
    """Look at every row and say what would become of it; nothing is entered."""
    if missing := unmapped(one.kind, one.columns, one.defaults):
        raise FieldUnmapped("columns", fields=", ".join(missing))
    one.status = ImportStatus.PREVIEWING
    await uow.emit(one, RegisterImportPreviewBegun())
