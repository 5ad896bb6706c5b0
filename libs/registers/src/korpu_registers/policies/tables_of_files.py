"""Which table of a file is read, and how its columns are mapped."""

from typing import Annotated, cast

from pydantic import Field
from sqlalchemy import delete
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Text, whole_number
from korpu_registers.domain.mapping import is_field
from korpu_registers.parts import Column, DayOrder, DefaultValue, MendedField
from korpu_registers.policies.uploads import MOST_PIECES
from korpu_registers.reading.code_pages import Encoding
from korpu_registers.reading.files import Head, head_of, sheet_of
from korpu_registers.reading.words import headings
from korpu_registers.refusals.general import MappingUnclear, UnknownSheet
from korpu_registers.refusals.unreadable_files import (
    FileIncomplete,
    FileTooLarge,
    FileUnreadable,
    LettersUnclear,
    NoTable,
)
from korpu_registers.tables import RegisterImport

Pieces = Annotated[int, Field(ge=1, le=MOST_PIECES, description="How many pieces were sent."), whole_number]
HeadRow = Annotated[int, Field(ge=1, le=10_000, description="The row of the headings."), whole_number]
Sheet = Annotated[Text, Field(max_length=100)]
ASKED_AT_ONCE = 5_000
READING = (FileIncomplete, FileUnreadable, FileTooLarge, NoTable, UnknownSheet, LettersUnclear)


def first_table(content: bytes, kind: str, sheets: list[str], encoding: Encoding | None) -> tuple[str, Head, bool]:
    """The first sheet that holds a table, its head, and whether its days count from 1904; raises `NoTable`."""
    known = frozenset(headings(kind))
    for name in sheets:
        sheet = sheet_of(content, name, encoding)
        try:
            return name, head_of(sheet, known), sheet.since_1904
        except NoTable:
            continue
    raise NoTable("sheet")


def encoding_of_import(one: RegisterImport) -> Encoding | None:
    """The encoding in which the text of an import is read."""
    return cast("Encoding | None", one.encoding)


class Mapped(Part):
    """Which field a column is, and whether its days or months come first; no field: it is kept, and not read."""

    column: Annotated[Text, Field(max_length=3, description="`A` is the first.")]
    field: Annotated[Text | None, Field(max_length=40)] = None
    day_order: Annotated[DayOrder | None, Field(description="None: as the rows of the column prove.")] = None


def corrected_mapping(one: RegisterImport, wanted: tuple[Mapped, ...]) -> tuple[Column, ...]:
    """The columns as a person maps them; raises `MappingUnclear`."""
    said = {each.column.upper(): each.field for each in wanted}
    orders = {each.column.upper(): each.day_order for each in wanted}
    if len(said) < len(wanted) or not said.keys() <= {each.letter for each in one.columns}:
        raise MappingUnclear("columns")
    if any(field and not is_field(one.kind, field) for field in said.values()):
        raise MappingUnclear("columns")
    given = {field for field in said.values() if field}
    mapped = tuple(
        each.model_copy(
            update={
                "field": said.get(each.letter, None if each.field in given else each.field),
                "day_order": orders.get(each.letter, each.day_order),
            }
        )
        for each in one.columns
    )
    fields = [each.field for each in mapped if each.field]
    if len(fields) > len(set(fields)):
        raise MappingUnclear("columns")
    return mapped


def given_defaults(kind: str, wanted: tuple[MendedField, ...]) -> tuple[DefaultValue, ...]:
    """What every row says, as a person gives it; raises `MappingUnclear`."""
    fields = [each.field for each in wanted]
    if len(fields) > len(set(fields)) or not all(is_field(kind, each) for each in fields):
        raise MappingUnclear("defaults")
    return tuple(DefaultValue(field=each.field, value=each.value) for each in wanted if each.value)


async def forget_rows(one: RegisterImport, uow: UnitOfWork) -> None:
    """Remove all rows of an import."""
    row = one.tables.rows
    await uow.session.execute(delete(row).where(col(row.import_id) == one.id))
