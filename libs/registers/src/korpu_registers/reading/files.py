"""A register's file, whatever it is: its sheets, its heading, its rows."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from korpu_chassis.i18n.text import fold
from korpu_registers.reading.code_pages import Encoding, encoding_of
from korpu_registers.reading.dates import looks_like_day
from korpu_registers.reading.plain_text import read_text
from korpu_registers.reading.workbooks import Row, Sheet, check, read_sheet, sheet_names
from korpu_registers.refusals.general import UnknownSheet
from korpu_registers.refusals.unreadable_files import NoTable

PACKED = b"PK\x03\x04"
TEXT = "–"
HEAD = 200
"""So far down a heading is looked for; where a person names it, it is taken wherever it is."""
SAMPLES = 30
TOTALS = frozenset(map(fold, ("cəmi", "yekun", "toplam", "total", "sum", "итого", "всего", "summe", "somme")))


class Head(NamedTuple):
    """Where a table begins, how its columns are called, and what stands above several of them together."""

    row: int
    headings: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    upper: tuple[str, ...] = ()


def sheets_of(content: bytes) -> list[str]:
    """The sheets of the file; text is one sheet."""
    if not content.startswith(PACKED):
        return [TEXT]
    check(content)
    return sheet_names(content)


def text_encoding(content: bytes) -> Encoding | None:
    """The encoding that a table of text is in; a workbook has none. Raises `LettersUnclear`."""
    return None if content.startswith(PACKED) else encoding_of(content)


def sheet_of(content: bytes, name: str, encoding: Encoding | None = None) -> Sheet:
    """One sheet of the file; a text is read in this encoding, or in the one that it seems to be in."""
    if not content.startswith(PACKED):
        return read_text(content, TEXT, encoding)
    if name not in sheet_names(content):
        raise UnknownSheet("sheet")
    return read_sheet(content, name)


def head_of(sheet: Sheet, known: frozenset[str], wanted: int | None = None) -> Head:
    """Find the heading: the row with most headings that the office knows, else the first that is widest."""
    beginning = (row for row in sheet.rows if wanted is None or row[0] >= wanted)
    below = [row for row in islice(beginning, HEAD) if any(row[1])]
    if len(below) < len(("heading", "row")):
        raise NoTable("sheet")
    number, values = below[0] if wanted else max(below, key=lambda row: _likeness(row[1], known))
    if not wanted:
        number, values = _lower_heading(below, number, values, known)
    upper = next((each for row, each in reversed(below) if row == number - 1), [])
    rows = [each for row, each in below if row > number][:SAMPLES]
    if not rows:
        raise NoTable("sheet")
    width = max(len(values), *(len(each) for each in rows))
    over = _over(upper, width)
    above = (*(upper if any(over) else ()), *[""] * width)
    headings = tuple(own or above[place] for place, own in enumerate((*values, *[""] * (width - len(values)))))
    samples = tuple(
        tuple(dict.fromkeys(each[place] for each in rows if place < len(each) and each[place]))
        for place in range(width)
    )
    return Head(number, headings, samples, over)


def _lower_heading(below: Sequence[Row], number: int, values: list[str], known: frozenset[str]) -> Row:
    """The row under a heading, if it is the second half of it: what it leaves blank stands above."""
    under = next((each for row, each in below if row == number + 1), [])
    filled = [each for each in under if each]
    if not filled or not all(fold(each) in known for each in filled):
        return number, values
    width = max(len(values), len(under))
    halves = ([*under, *[""] * (width - len(under))], [*values, *[""] * (width - len(values))])
    return number + 1, [lower or above for lower, above in zip(*halves, strict=True)]


def _over(upper: Sequence[str], width: int) -> tuple[str, ...]:
    """What stands over each column: the words of a heading reach to the next ones; a title alone is over none."""
    if sum(map(bool, upper)) < len(("partner", "agreement")) or any(map(looks_like_day, filter(None, upper))):
        return ("",) * width
    last, over = "", []
    for place in range(width):
        last = upper[place] if place < len(upper) and upper[place] else last
        over.append(last)
    return tuple(over)


def _likeness(values: Sequence[str], known: frozenset[str]) -> tuple[int, int]:
    """How many headings that the office knows are in a row; if none, how many different words."""
    filled = [each for each in values if each]
    words = sum(fold(each) in known for each in filled)
    return (
        words,
        len({each for each in filled if not looks_like_day(each) and not each.isdigit()}) if not words else 0,
    )


def rows_below(sheet: Sheet, head_row: int, after: int = 0) -> Iterator[Row]:
    """The rows of the table after one; empty ones, totals and repetitions of the heading are left out."""
    heading: list[str] = []
    for number, values in sheet.rows:
        if number == head_row:
            heading = values
        elif number > max(head_row, after) and any(values) and values != heading and not _is_total(values):
            yield number, values


def _is_total(values: Sequence[str]) -> bool:
    """A word for the sum, and nothing but numbers beside it."""
    filled = [each for each in values if each]
    first, *others = [word for each in filled for word in re.findall(r"[^\W\d_]+", fold(each))] or [""]
    return first in TOTALS and not others


def letter_of(place: int) -> str:
    """`A` for the first column, `AA` for the 27th."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
