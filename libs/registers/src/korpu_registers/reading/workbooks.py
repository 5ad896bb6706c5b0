"""Reading workbooks within limits: what is too large is refused before it is unpacked."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import IO, NamedTuple

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from korpu_registers.reading.cell_errors import unreadable_cells
from korpu_registers.reading.cell_links import LINKED, Links, linked_cells
from korpu_registers.reading.cell_references import CHUNK, MOST_COLUMNS, check_places, walk
from korpu_registers.reading.cells import said
from korpu_registers.refusals.unreadable_files import FileTooLarge, FileUnreadable

MOST_UNPACKED = 250 * 1024 * 1024
LONGEST_CELL = 10_000
BOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
_SUSPECT = re.compile(rb"<(?:\w+:)?f[\s/>]|t=[\"']e[\"']")
"""A formula, or a cell of errors."""
_DATES_1904 = re.compile(rb'date1904="(1|true)"')

BROKEN = (CalamineError, zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError)

Row = tuple[int, list[str]]


class Sheet(NamedTuple):
    """One table of a file: its rows with their numbers, as they stand there, and where its cells lead."""

    name: str
    rows: Iterator[Row]
    since_1904: bool = False
    links: Links = MappingProxyType({})


def sheet_names(content: bytes) -> list[str]:
    """The worksheets of a workbook; hidden ones stand last, so that nobody takes one unseen."""
    sheets = [each for each in _workbook(content).sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    return [each.name for each in sorted(sheets, key=lambda each: each.visible != SheetVisibleEnum.Visible)]


def read_sheet(content: bytes, name: str) -> Sheet:
    """Read one sheet; merged cells are filled, formulas give their value, hidden rows are rows."""
    book = _workbook(content)
    try:
        sheet = book.get_sheet_by_name(name)
    except BROKEN:
        raise FileUnreadable("file_id") from None
    rows = _filled(sheet, _unreadable(content, name))
    return Sheet(name, rows, since_1904=_since_1904(content), links=_links(content, name))


def check(content: bytes) -> None:
    """Refuse a workbook that unpacks to too much, or whose cells stand too far apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if BOOK not in packed.namelist():
                raise FileUnreadable("file_id")
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise FileTooLarge("file_id", what="MB", limit=MOST_UNPACKED >> 20)
            for each in packed.infolist():
                if each.filename.startswith("xl/worksheets/") and each.filename.endswith(".xml"):
                    with packed.open(each) as sheet:
                        check_places(sheet)
    except BROKEN:
        raise FileUnreadable("file_id") from None


def _workbook(content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except BROKEN:
        raise FileUnreadable("file_id") from None


def _since_1904(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as packed, packed.open(BOOK) as stream:
        return _DATES_1904.search(stream.read(CHUNK)) is not None


def _unreadable(content: bytes, name: str) -> Mapping[tuple[int, int], str]:
    """The errors and formulas without a value; their cells look empty to the reader of values, and are not."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        file = _file_of(packed, name)
        if file is None:
            return {}
        with packed.open(file) as sheet:
            if not _has(_SUSPECT, sheet):
                return {}
        with packed.open(file) as sheet:
            return unreadable_cells(sheet)


def _links(content: bytes, name: str) -> Links:
    """The addresses that cells hide behind what they show."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        file = _file_of(packed, name)
        if file is None:
            return {}
        with packed.open(file) as sheet:
            if not _has(LINKED, sheet):
                return {}
        folder, _, own = file.rpartition("/")
        relations = _elements(packed, f"{folder}/_rels/{own}.rels", "Relationship")
        with packed.open(file) as sheet:
            return linked_cells(sheet, {each.get("Id", ""): each.get("Target", "") for each in relations})


def _has(sign: re.Pattern[bytes], part: IO[bytes]) -> bool:
    """Whether the sign is anywhere in a part that is read piece by piece."""
    before = b""
    while piece := part.read(CHUNK):
        if sign.search(before + piece):
            return True
        before = piece[-64:]
    return False


def _file_of(packed: zipfile.ZipFile, name: str) -> str | None:
    """The file of a sheet inside the workbook, by the relation that the book names."""
    relation = next((each.get("r:id") for each in _elements(packed, BOOK, "sheet") if each.get("name") == name), None)
    for each in _elements(packed, RELATIONS, "Relationship"):
        if each.get("Id") == relation:
            target = each.get("Target", "")
            found = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            return found if found in packed.namelist() else None
    return None


def _elements(packed: zipfile.ZipFile, part: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of each element of this name; none when the part is not there."""
    found: list[dict[str, str]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append(attributes)

    if part in packed.namelist():
        with packed.open(part) as stream:
            walk(stream, begin)
    return found


def _filled(sheet: CalamineSheet, errors: Mapping[tuple[int, int], str]) -> Iterator[Row]:
    """Rows with merged cells filled downwards; a title that runs across stays in its first cell."""
    first_row, first_column = sheet.start or (0, 0)
    down = [(top, bottom, left) for (top, left), (bottom, _) in sheet.merged_cell_ranges or () if bottom > top]
    held: dict[int, tuple[int, str]] = {}
    for number, values in enumerate(sheet.iter_rows(), first_row):
        row = [""] * first_column + [_bounded(said(each)) for each in values]
        for place in range(len(row)) if errors else ():
            row[place] = row[place] or errors.get((number + 1, place + 1), "")
        for top, bottom, left in down:
            if top == number and left < len(row):
                held[left] = (bottom, row[left])
        for left, (bottom, text) in held.items():
            if number <= bottom and any(row) and not row[left]:
                row[left] = text
        yield number + 1, row


def _bounded(text: str) -> str:
    if len(text) > LONGEST_CELL:
        raise FileTooLarge("file_id", what="cell", limit=LONGEST_CELL)
    return text


def bounded_row(values: Sequence[str]) -> list[str]:
    """A row within limits, as text."""
    if len(values) > MOST_COLUMNS:
        raise FileTooLarge("file_id", what="column", limit=MOST_COLUMNS)
    return [_bounded(said(each)) for each in values]
