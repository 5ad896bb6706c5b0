"""`MapColumns`: say which column of the file is what; a preview that was made is void."""

import asyncio
from typing import Annotated, ClassVar

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.database.limits import BULK, Limits
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.domain.mapping import guess, guess_defaults
from korpu_registers.facts import (
    RegisterImportMapped,
)
from korpu_registers.parts import Counts, MendedField
from korpu_registers.policies.tables_of_files import (
    READING,
    HeadRow,
    Mapped,
    Sheet,
    corrected_mapping,
    encoding_of_import,
    forget_rows,
    given_defaults,
)
from korpu_registers.policies.uploads import file_of
from korpu_registers.reading.code_pages import Encoding
from korpu_registers.reading.files import head_of, sheet_of
from korpu_registers.reading.words import headings
from korpu_registers.refusals.general import MappingUnclear
from korpu_registers.tables import RegisterImport


class MapColumns(Changes):
    """What is given replaces what was guessed; what is left out stays."""

    limits: ClassVar[Limits] = BULK

    columns: Annotated[tuple[Mapped, ...], Field(max_length=200)] = ()
    defaults: Annotated[
        tuple[MendedField, ...] | None,
        Field(max_length=50, description="What every row says where its column says nothing. None: as it was."),
    ] = None
    sheet: Annotated[Sheet | None, Field(description="Another sheet: its columns are guessed anew.")] = None
    encoding: Annotated[Encoding | None, Field(description="Of a text: its columns are guessed anew.")] = None
    head_row: Annotated[HeadRow | None, Field(description="Another heading: its columns are guessed anew.")] = None


@changes(
    when=[ImportStatus.MAPPED, ImportStatus.PREVIEWED],
    to=[ImportStatus.MAPPED],
    emits=[RegisterImportMapped],
    refuses=[MappingUnclear, *READING],
)
async def map_columns(one: RegisterImport, command: MapColumns, uow: UnitOfWork) -> None:
    """Say which column of the file is what; a preview that was made is void."""
    if command.sheet or command.head_row or command.encoding:
        content = await file_of(one, uow)
        one.sheet, one.encoding = command.sheet or one.sheet, command.encoding or one.encoding
        sheet = await asyncio.to_thread(sheet_of, content, one.sheet, encoding_of_import(one))
        head = await asyncio.to_thread(head_of, sheet, frozenset(headings(one.kind)), command.head_row)
        one.head_row, one.since_1904, one.columns = head.row, sheet.since_1904, guess(one.register.form, head)
        one.defaults = guess_defaults(one.register.form, one.columns, one.sheet, one.file)
    one.columns = corrected_mapping(one, command.columns)
    if command.defaults is not None:
        one.defaults = given_defaults(one.kind, command.defaults)
    await forget_rows(one, uow)
    one.status, one.rows, one.worked, one.counts = ImportStatus.MAPPED, 0, 0, Counts()
    one.worked_on = uow.today
    await uow.emit(one, RegisterImportMapped())
