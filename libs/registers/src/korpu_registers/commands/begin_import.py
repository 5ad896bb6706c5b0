"""`BeginImport`: read a file of an old register far enough to guess what its columns are; nothing is entered."""

import asyncio
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.database.limits import BULK, Limits
from korpu_chassis.validation.codes import Text
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.domain.mapping import guess, guess_defaults
from korpu_registers.facts import RegisterImportBegun
from korpu_registers.parts import Counts
from korpu_registers.policies.tables_of_files import Pieces, Sheet, first_table
from korpu_registers.policies.uploads import Sent, forget_unused, whole
from korpu_registers.reading.code_pages import Encoding
from korpu_registers.reading.files import sheets_of, text_encoding
from korpu_registers.tables import RegisterImport, Tables


class BeginImport(Creates):
    """A file of an old register that was sent in pieces."""

    limits: ClassVar[Limits] = BULK

    kind: str
    file: Annotated[Text, Field(max_length=200, description="How the file is called; no names of persons.")]
    file_id: Annotated[UUID, Field(description="The id under which its pieces were sent.")]
    pieces: Pieces
    sheet: Annotated[Sheet | None, Field(description="None: the first with a table.")] = None
    encoding: Annotated[Encoding | None, Field(description="Of a text. None: as its letters make words.")] = None


async def begun(command: BeginImport, tables: Tables, series: str, uow: UnitOfWork) -> RegisterImport:
    """Read a file of an old register far enough to guess what its columns are; nothing is entered."""
    await forget_unused(tables, uow)
    form = tables.imports.registers[command.kind].form
    content = await whole(command.file_id, Sent(tables, command.pieces, uow.principal.subject), uow)
    sheets = await asyncio.to_thread(sheets_of, content)
    encoding = command.encoding or await asyncio.to_thread(text_encoding, content)
    wanted = [command.sheet] if command.sheet else sheets
    sheet, head, since_1904 = await asyncio.to_thread(first_table, content, command.kind, wanted, encoding)
    columns = guess(form, head)
    year = uow.today.year
    one = tables.imports(
        kind=command.kind,
        file=command.file,
        file_id=command.file_id,
        sheets=tuple(sheets),
        sheet=sheet,
        since_1904=since_1904,
        encoding=encoding,
        head_row=head.row,
        columns=columns,
        defaults=guess_defaults(form, columns, sheet, command.file),
        counts=Counts(),
        status=ImportStatus.MAPPED,
        worked_on=uow.today,
        code=f"{series}-{year}-{await uow.number(f'import-{year}'):03d}",
    )
    await uow.emit(one, RegisterImportBegun())
    return one
