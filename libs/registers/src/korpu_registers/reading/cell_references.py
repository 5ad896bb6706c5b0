"""Where the cells of a sheet stand, looked at before a reader makes room for all that lies between them."""

import re
from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from korpu_registers.refusals.unreadable_files import FileTooLarge, FileUnreadable

MOST_ROWS = 150_000
MOST_COLUMNS = 200
MOST_CELLS = 5_000_000
"""Between the first and the furthest, empty ones too: a reader makes room for each."""
CHUNK = 1 << 20
Begin = Callable[[str, dict[str, str]], None]
ConsumedState = Callable[[str], None]
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


def check_places(sheet: IO[bytes]) -> None:
    """Refuse a sheet whose cells stand too far apart, and one that is no plain XML; it is read piece by piece.

    A cell or a row that does not say where it stands follows the one before it.
    """
    walk(sheet, Places().begin)


def walk(part: IO[bytes], begin: Begin, end: ConsumedState | None = None, text: ConsumedState | None = None) -> None:
    """Call for each element of a part of a workbook, read piece by piece; what is no plain XML is refused."""
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        while piece := part.read(CHUNK):
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 -- expat takes no names
    except expat.ExpatError:
        raise FileUnreadable("file_id") from None


class Places:
    """The place that was come to."""

    def __init__(self) -> None:
        self._row = self._column = self._widest = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Go on to the row or the cell that begins here."""
        part, said = name.rpartition(":")[2], attributes.get("r", "")
        if part == "row":
            self._row, self._column = _row_of(said) if said else self._row + 1, 0
        elif part == "c":
            self._column, self._row = place_of(said) if said else (self._column + 1, self._row)
            self._widest = max(self._widest, self._column)
            if self._column > MOST_COLUMNS:
                raise FileTooLarge("file_id", what="column", limit=MOST_COLUMNS)
        if self._row > MOST_ROWS:
            raise FileTooLarge("file_id", what="row", limit=MOST_ROWS)
        if self._row * self._widest > MOST_CELLS:
            raise FileTooLarge("file_id", what="cells", limit=MOST_CELLS)


def _row_of(said: str) -> int:
    if not re.fullmatch(r"[0-9]{1,7}", said):
        raise FileUnreadable("file_id")
    return int(said)


def place_of(said: str) -> tuple[int, int]:
    """The column and the row of `B2`, from 1."""
    place = _PLACE.fullmatch(said)
    if place is None:
        raise FileUnreadable("file_id")
    column = 0
    for letter in place[1].upper():
        column = column * 26 + ord(letter) - 64
    return column, int(place[2])


def _refuse(*_: object) -> None:
    """A sheet that brings words of its own for its reader to put together is none of an office."""
    raise FileUnreadable("file_id")
