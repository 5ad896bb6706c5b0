"""Reading tables of text, whatever their alphabet, delimiter and quotes."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from korpu_registers.reading.cell_references import MOST_ROWS
from korpu_registers.reading.code_pages import Encoding, decoded, encoding_of
from korpu_registers.reading.workbooks import LONGEST_CELL, Row, Sheet, bounded_row
from korpu_registers.refusals.unreadable_files import FileTooLarge

DELIMITERS = ";\t,|"
SAMPLE = 20
BEGINNING = 200_000


def read_text(content: bytes, name: str, encoding: Encoding | None = None) -> Sheet:
    """Read a table of text, in the encoding that it is in unless one is named."""
    return Sheet(name, _rows(decoded(content, encoding or encoding_of(content))))


def _rows(text: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL * 4)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    try:
        for number, values in enumerate(lines, 1):
            if number > MOST_ROWS:
                raise FileTooLarge("file_id", what="row", limit=MOST_ROWS)
            yield number, bounded_row(values)
    except csv.Error:
        raise FileTooLarge("file_id", what="cell", limit=LONGEST_CELL) from None


def delimiter(text: str) -> str:
    """The delimiter that parts most of the first records alike; a record may have several lines inside its quotes."""

    def evenness(each: str) -> tuple[float, int]:
        records = csv.reader(io.StringIO(text[:BEGINNING], newline=""), delimiter=each)
        try:
            widths = [len(row) for row in islice(records, SAMPLE)]
        except csv.Error:
            return 0, 0
        usual = max(set(widths), key=lambda width: (widths.count(width) * (width > 1), width), default=1)
        return (widths.count(usual) / len(widths) if usual > 1 else 0, usual)

    return max(DELIMITERS, key=evenness)
