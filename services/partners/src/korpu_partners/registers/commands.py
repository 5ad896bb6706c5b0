"""What is done with an import: begun, mapped, looked at, started, undone, dropped."""

import asyncio
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field
from sqlalchemy import delete, select
from sqlmodel import col

from korpu_chassis.commands.command import Changes, Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.database.limits import BULK, Limits
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Text, whole_number
from korpu_partners.people import DEPARTMENT
from korpu_partners.registers import messages as says
from korpu_partners.registers.files import Head, head_of, sheet_of, sheets_of
from korpu_partners.registers.kinds import REGISTERS
from korpu_partners.registers.lifecycle import ImportStatus, RegisterKind
from korpu_partners.registers.mapping import guess, is_field, unmapped
from korpu_partners.registers.parts import Column, Counts
from korpu_partners.registers.pieces import MOST_PIECES, forget, forget_unused, whole
from korpu_partners.registers.refusals import FieldUnmapped, MappingUnclear, StillNeeded, UnknownSheet
from korpu_partners.registers.room import register_imports
from korpu_partners.registers.tables import RegisterImport, RegisterRow
from korpu_partners.registers.unreadable import FileIncomplete, FileTooLarge, FileUnreadable, NoTable
from korpu_partners.registers.words import headings

Pieces = Annotated[int, Field(ge=1, le=MOST_PIECES, description="How many pieces were sent."), whole_number]
HeadRow = Annotated[int, Field(ge=1, le=10_000, description="The row of the headings."), whole_number]
Sheet = Annotated[Text, Field(max_length=100)]
ASKED_AT_ONCE = 5_000
READING = (FileIncomplete, FileUnreadable, FileTooLarge, NoTable, UnknownSheet)


class BeginImport(Creates):
    """A file of an old register that was sent in pieces."""

    limits: ClassVar[Limits] = BULK

    kind: RegisterKind
    file: Annotated[Text, Field(max_length=200, description="How the file is called; no names of persons.")]
    file_id: Annotated[UUID, Field(description="The id under which its pieces were sent.")]
    pieces: Pieces
    sheet: Annotated[Sheet | None, Field(description="None: the first with a table.")] = None


@register_imports.creates(who=DEPARTMENT, to=[ImportStatus.MAPPED], emits=[says.RegisterImportBegun], refuses=READING)
async def begin_import(command: BeginImport, uow: UnitOfWork) -> RegisterImport:
    """Read a file of an old register far enough to guess what its columns are; nothing is entered."""
    await forget_unused(uow)
    content = await whole(command.file_id, command.pieces, uow.principal.subject, uow)
    sheets = await asyncio.to_thread(sheets_of, content)
    sheet, head, since_1904 = await asyncio.to_thread(_first_table, content, command.kind, sheets, command.sheet)
    year = uow.today.year
    one = RegisterImport(
        kind=command.kind,
        file=command.file,
        file_id=command.file_id,
        sheets=tuple(sheets),
        sheet=sheet,
        since_1904=since_1904,
        head_row=head.row,
        columns=guess(command.kind, head),
        counts=Counts(),
        status=ImportStatus.MAPPED,
        worked_on=uow.today,
        code=f"IMP-{year}-{await uow.number(f'import-{year}'):03d}",
    )
    await uow.emit(one, says.RegisterImportBegun())
    return one


def _first_table(content: bytes, kind: str, sheets: list[str], wanted: str | None) -> tuple[str, Head, bool]:
    known = frozenset(headings(kind))
    for name in [wanted] if wanted else sheets:
        sheet = sheet_of(content, name)
        try:
            return name, head_of(sheet, known), sheet.since_1904
        except NoTable:
            continue
    raise NoTable("sheet")


class Mapped(Part):
    """Which field a column is; none: it is kept, and not read."""

    column: Annotated[Text, Field(max_length=3, description="`A` is the first.")]
    field: Annotated[Text | None, Field(max_length=40)] = None


class MapColumns(Changes):
    """What is given replaces what was guessed; what is left out stays."""

    limits: ClassVar[Limits] = BULK

    columns: Annotated[tuple[Mapped, ...], Field(max_length=200)] = ()
    sheet: Annotated[Sheet | None, Field(description="Another sheet: its columns are guessed anew.")] = None
    head_row: Annotated[HeadRow | None, Field(description="Another heading: its columns are guessed anew.")] = None


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.MAPPED, ImportStatus.PREVIEWED],
    to=[ImportStatus.MAPPED],
    emits=[says.RegisterImportMapped],
    refuses=[MappingUnclear, *READING],
)
async def map_columns(one: RegisterImport, command: MapColumns, uow: UnitOfWork) -> None:
    """Say which column of the file is what; a preview that was made is void."""
    if command.sheet or command.head_row:
        content = await whole(one.file_id, None, None, uow)
        one.sheet = command.sheet or one.sheet
        sheet = await asyncio.to_thread(sheet_of, content, one.sheet)
        head = await asyncio.to_thread(head_of, sheet, frozenset(headings(one.kind)), command.head_row)
        one.head_row, one.since_1904, one.columns = head.row, sheet.since_1904, guess(one.kind, head)
    one.columns = _corrected(one, command.columns)
    await _forget_rows(one, uow)
    one.status, one.rows, one.worked, one.counts = ImportStatus.MAPPED, 0, 0, Counts()
    one.worked_on = uow.today
    await uow.emit(one, says.RegisterImportMapped())


def _corrected(one: RegisterImport, wanted: tuple[Mapped, ...]) -> tuple[Column, ...]:
    said = {each.column.upper(): each.field for each in wanted}
    if len(said) < len(wanted) or not said.keys() <= {each.letter for each in one.columns}:
        raise MappingUnclear("columns")
    if any(field and not is_field(one.kind, field) for field in said.values()):
        raise MappingUnclear("columns")
    given = {field for field in said.values() if field}
    mapped = tuple(
        each.model_copy(update={"field": said.get(each.letter, None if each.field in given else each.field)})
        for each in one.columns
    )
    fields = [each.field for each in mapped if each.field]
    if len(fields) > len(set(fields)):
        raise MappingUnclear("columns")
    return mapped


async def _forget_rows(one: RegisterImport, uow: UnitOfWork) -> None:
    await uow.session.execute(delete(RegisterRow).where(col(RegisterRow.import_id) == one.id))


class PreviewImport(Changes):
    """The mapping is right as far as one sees."""


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.MAPPED],
    to=[ImportStatus.PREVIEWING],
    emits=[says.RegisterImportPreviewBegun],
    refuses=[FieldUnmapped],
)
async def preview_import(one: RegisterImport, command: PreviewImport, uow: UnitOfWork) -> None:
    """Look at every row and say what would become of it; nothing is entered."""
    if missing := unmapped(one.kind, one.columns):
        raise FieldUnmapped("columns", fields=", ".join(missing))
    one.status = ImportStatus.PREVIEWING
    await uow.emit(one, says.RegisterImportPreviewBegun())


class StartImport(Changes):
    """The preview was looked at."""


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.PREVIEWED],
    to=[ImportStatus.RUNNING],
    emits=[says.RegisterImportStarted],
)
async def start_import(one: RegisterImport, command: StartImport, uow: UnitOfWork) -> None:
    """Enter the rows; those that need repair or are like known ones wait."""
    one.status, one.worked, one.owner = ImportStatus.RUNNING, 0, uow.principal.subject
    await forget(one.file_id, uow)
    await uow.emit(one, says.RegisterImportStarted())


class UndoImport(Changes):
    """Why; no names of persons."""

    reason: Text


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.DONE],
    to=[ImportStatus.UNDOING],
    emits=[says.RegisterImportUndoBegun],
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
    await uow.emit(one, says.RegisterImportUndoBegun(reason=command.reason))


class DropImport(Changes):
    """Why; no names of persons."""

    reason: Text


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.MAPPED, ImportStatus.PREVIEWED],
    to=[ImportStatus.DROPPED],
    emits=[says.RegisterImportDropped],
)
async def drop_import(one: RegisterImport, command: DropImport, uow: UnitOfWork) -> None:
    """Put an import away that nothing was entered of."""
    one.status, one.reason, one.worked_on = ImportStatus.DROPPED, command.reason, uow.today
    await _forget_rows(one, uow)
    await forget(one.file_id, uow)
    await uow.emit(one, says.RegisterImportDropped(reason=command.reason))
