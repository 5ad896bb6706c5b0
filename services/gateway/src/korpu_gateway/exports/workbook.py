"""XLSX: a workbook on disk, written row by row, in which nothing but a number is a number and nothing is a formula."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from korpu_gateway.exports.cells import Cell
from korpu_gateway.exports.shapes import Column, Form

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_TEXT = 32_767
LONGEST_LINK = 2_079
MOST_LINKS = 10_000
MOST_DIGITS = 15
"""A spreadsheet keeps no more digits of a number; what has more stays a text."""
FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; days before it stay texts."""
WIDTHS = {Form.TEXT: 30, Form.LINK: 30, Form.WORD: 18, Form.MOMENT: 18}
PLAIN_WIDTH = 12


class Workbook:
    """One sheet of one list, growing in a file."""

    def __init__(self, path: Path, name: str, columns: Sequence[Column], headings: Sequence[str]) -> None:
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": str(path.parent),
        }
        self._book: Any = xlsxwriter.Workbook(str(path), options)
        self._sheet: Worksheet = self._book.add_worksheet(name[:31])
        self._columns = columns
        self._day = self._book.add_format({"num_format": "dd.mm.yyyy"})
        self._moment = self._book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        self._amount = self._book.add_format({"num_format": "#,##0.00"})
        self._rows = self._links = 0
        self._head(headings)

    def _head(self, headings: Sequence[str]) -> None:
        bold = self._book.add_format({"bold": True})
        self._sheet.freeze_panes(1, 0)
        for place, (column, told) in enumerate(zip(self._columns, headings, strict=True)):
            self._sheet.set_column(place, place, WIDTHS.get(column.form, PLAIN_WIDTH))
            self._sheet.write_string(0, place, told, bold)

    def add(self, cells: Sequence[Cell]) -> None:
        """Write one more row."""
        self._rows += 1
        for place, (column, value) in enumerate(zip(self._columns, cells, strict=True)):
            if value is not None:
                self._write(place, column, value)

    def _write(self, place: int, column: Column, value: Cell) -> None:
        match value:
            case bool():
                self._sheet.write_boolean(self._rows, place, value)
            case Decimal() if not value.is_finite() or len(value.as_tuple().digits) > MOST_DIGITS:
                self._sheet.write_string(self._rows, place, f"{value:f}")
            case Decimal():
                self._sheet.write_number(self._rows, place, value, self._amount)
            case int():
                self._sheet.write_number(self._rows, place, value)
            case datetime() if value.date() >= FIRST_DAY:
                self._sheet.write_datetime(self._rows, place, value.replace(tzinfo=None), self._moment)
            case date() if not isinstance(value, datetime) and value >= FIRST_DAY:
                self._sheet.write_datetime(self._rows, place, value, self._day)
            case _:
                self._text(place, column, str(value))

    def _text(self, place: int, column: Column, value: str) -> None:
        if column.form is Form.LINK and self._links < MOST_LINKS and _is_link(value):
            self._links += 1
            self._sheet.write_url(self._rows, place, value, string=value)
            return
        self._sheet.write_string(self._rows, place, _fitting(value))

    def finish(self) -> None:
        """Close the sheet over its rows and pack the file."""
        self._sheet.autofilter(0, 0, self._rows, len(self._columns) - 1)
        try:
            self._book.close()
        except FileCreateError as broken:
            raise broken.args[0] from None

    def drop(self) -> None:
        """Let go of a file that nobody wants any more."""
        rows: Any = self._sheet.row_data_fh
        with suppress(OSError):
            rows.close()


def _fitting(value: str) -> str:
    """As much of a text as a cell holds, which counts a sign beyond the first 65,536 twice."""
    if len(value) <= LONGEST_TEXT // 2 or len(value.encode("utf-16-le")) <= 2 * LONGEST_TEXT:
        return value
    held = value.encode("utf-16-le")[: 2 * (LONGEST_TEXT - 1)]
    return f"{held.decode('utf-16-le', 'ignore')}…"


def _is_link(value: str) -> bool:
    return value.startswith(("https://", "http://")) and len(value) <= LONGEST_LINK
