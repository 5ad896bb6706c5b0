"""Reading tables of text, whatever their alphabet, delimiter and quotes."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from korpu_partners.imports.reading.cell_references import MOST_ROWS
from korpu_partners.imports.reading.workbooks import LONGEST_CELL, Row, Sheet, bounded_row
from korpu_partners.imports.refusals.unreadable_files import FileTooLarge, FileUnreadable

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DELIMITERS = ";\t,|"
SAMPLE = 20
BEGINNING = 200_000
_CYRILLIC_BYTES = re.compile(rb"[\xc0-\xff]{4,}")


def read_text(content: bytes, name: str) -> Sheet:
    """Read a table of text."""
    return Sheet(name, _rows(decoded(content)))


def decoded(content: bytes) -> str:
    """The text in the encoding that it is in: marked or plain UTF, else Cyrillic or Azerbaijani by its bytes."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _by(content, encoding)
    if guess := _unmarked_utf16(content[:2000]):
        return _by(content, guess)
    try:
        return content.decode()
    except UnicodeDecodeError:
        # A run of bytes from À to ÿ is a Russian word in cp1251; Azerbaijani has such letters one by one.
        cyrillic = _CYRILLIC_BYTES.search(content) is not None
        return _by(content, "cp1251" if cyrillic else "cp1254")


def _by(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeError:
        raise FileUnreadable("file_id") from None
    if "\0" in text:
        raise FileUnreadable("file_id")
    return text


def _unmarked_utf16(start: bytes) -> str | None:
    half = len(start) // 2 or 1
    if start[1::2].count(0) > half * 0.3:
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > half * 0.3 else None


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
    """The delimiter that parts the first records most evenly; a record may have several lines inside its quotes."""

    def evenness(each: str) -> tuple[int, int]:
        records = csv.reader(io.StringIO(text[:BEGINNING], newline=""), delimiter=each)
        try:
            widths = [len(row) for row in islice(records, SAMPLE)]
        except csv.Error:
            return 0, 0
        usual = max(set(widths), key=lambda width: (widths.count(width) * (width > 1), width), default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(DELIMITERS, key=evenness)
