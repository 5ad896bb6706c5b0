"""Reading workbooks within limits: what is too large is refused before it is unpacked."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum, ZipError

from korpu_partners.registers.cells import said
from korpu_partners.registers.unreadable import FileTooLarge, FileUnreadable

MOST_UNPACKED = 250 * 1024 * 1024
MOST_ROWS = 150_000
MOST_COLUMNS = 200
LONGEST_CELL = 10_000
CHUNK = 1 << 20
_PLACE = re.compile(rb'<c [^>]*?r="([A-Z]{1,3})(\d{1,7})"')
_DATES_1904 = re.compile(rb'date1904="(1|true)"')

Row = tuple[int, list[str]]


class Sheet(NamedTuple):
    """One table of a file: its rows with their numbers, as they stand there."""

    name: str
    rows: Iterator[Row]
    since_1904: bool = False


def sheet_names(content: bytes) -> list[str]:
    """The worksheets of a workbook; hidden ones stand last, so that nobody takes one unseen."""
    sheets = [each for each in _workbook(content).sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    return [each.name for each in sorted(sheets, key=lambda each: each.visible != SheetVisibleEnum.Visible)]


def read_sheet(content: bytes, name: str) -> Sheet:
    """Read one sheet; merged cells are filled, formulas give their value, hidden rows are rows."""
    book = _workbook(content)
    sheet = book.get_sheet_by_name(name)
    return Sheet(name, _filled(sheet), since_1904=_since_1904(content))


def check(content: bytes) -> None:
    """Refuse a workbook that unpacks to too much, or whose cells stand too far apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise FileTooLarge("file_id", what="MB", limit=MOST_UNPACKED >> 20)
            for each in packed.infolist():
                if each.filename.startswith("xl/worksheets/") and each.filename.endswith(".xml"):
                    _check_places(packed, each)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        raise FileUnreadable("file_id") from None


def _check_places(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    with packed.open(member) as stream:
        kept = b""
        while piece := stream.read(CHUNK):
            for column, row in _PLACE.findall(kept + piece):
                if int(row) > MOST_ROWS:
                    raise FileTooLarge("file_id", what="row", limit=MOST_ROWS)
                if _number_of(column) > MOST_COLUMNS:
                    raise FileTooLarge("file_id", what="column", limit=MOST_COLUMNS)
            kept = piece[-200:]


def _number_of(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _workbook(content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (CalamineError, ZipError, OSError):
        raise FileUnreadable("file_id") from None


def _since_1904(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as packed, packed.open("xl/workbook.xml") as stream:
        return _DATES_1904.search(stream.read(CHUNK)) is not None


def _filled(sheet: CalamineSheet) -> Iterator[Row]:
    """Rows with merged cells filled downwards; a title that runs across stays in its first cell."""
    first_row, first_column = sheet.start or (0, 0)
    down = [(top, bottom, left) for (top, left), (bottom, _) in sheet.merged_cell_ranges or () if bottom > top]
    held: dict[int, tuple[int, str]] = {}
    for number, values in enumerate(sheet.iter_rows(), first_row):
        row = [""] * first_column + [_bounded(said(each)) for each in values]
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
