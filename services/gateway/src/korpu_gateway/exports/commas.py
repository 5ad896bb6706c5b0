"""CSV: UTF-8 with a mark at its beginning and semicolons, as Excel opens it in the office's languages."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from io import StringIO

from korpu_gateway.exports.cells import Cell

MEDIA = "text/csv; charset=utf-8"
MARK = "\ufeff"
SEPARATOR = ";"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
YES_NO = {"az": ("xeyr", "bəli"), "en": ("no", "yes"), "ru": ("нет", "да"), "de": ("nein", "ja"), "fr": ("non", "oui")}


def line(cells: Sequence[Cell], language: str) -> bytes:
    """One line of the file; a text that a spreadsheet would take for a formula begins with an apostrophe."""
    return lines([cells], language)


def lines(rows: Iterable[Sequence[Cell]], language: str) -> bytes:
    """Several lines of the file."""
    written, yes_no = StringIO(), YES_NO[language]
    csv.writer(written, delimiter=SEPARATOR, lineterminator="\r\n").writerows(
        [_plain(each, yes_no) for each in cells] for cells in rows
    )
    return written.getvalue().encode()


def _plain(value: Cell, yes_no: tuple[str, str]) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if value.lstrip(" ").startswith(FORMULA) else value
        case bool():
            return yes_no[value]
        case Decimal():
            return f"{value:f}"
        case datetime():
            return value.isoformat(" ")
        case _:
            return str(value)
