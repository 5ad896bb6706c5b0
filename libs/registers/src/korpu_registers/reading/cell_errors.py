"""Cells that a reader of values shows as empty although something is in them: errors, and formulas without a value."""

from typing import IO

from korpu_registers.reading.cell_references import Places, walk
from korpu_registers.reading.cells import UNCALCULATED


def unreadable_cells(sheet: IO[bytes]) -> dict[tuple[int, int], str]:
    """The error in each cell that has one, by its row and column from 1; a formula without its value is one too."""
    found = _Unreadable()
    walk(sheet, found.begin, found.end, found.text)
    return found.cells


class _Unreadable(Places):
    """The cells that a reader of values shows as empty, although something is in them."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: dict[tuple[int, int], str] = {}
        self._part = self._value = self._kind = ""
        self._is_formula = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Go on to the part of a cell that begins here."""
        super().begin(name, attributes)
        self._part = name.rpartition(":")[2]
        if self._part == "c":
            self._value, self._kind, self._is_formula = "", attributes.get("t", "n"), False
        self._is_formula = self._is_formula or self._part == "f"

    def text(self, piece: str) -> None:
        """Take the value of a cell."""
        if self._part == "v":
            self._value = (self._value + piece)[:40]

    def end(self, name: str) -> None:
        """See what the cell that ends here has held."""
        self._part = ""
        if name.rpartition(":")[2] != "c":
            return
        value = self._value.strip()
        if self._kind == "e" and value:
            self.cells[self._row, self._column] = value
        elif self._is_formula and not value and self._kind != "str":  # that one has worked out to no text at all
            self.cells[self._row, self._column] = UNCALCULATED
