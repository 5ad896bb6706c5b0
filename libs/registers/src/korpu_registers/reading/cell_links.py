"""Where the cells of a sheet lead to: a cell may show a word, and hide the address behind it."""

import re
from collections.abc import Mapping
from typing import IO

from korpu_registers.reading.cell_references import MOST_ROWS, Places, place_of, walk

LONGEST_TARGET = 2_000
LINKED = re.compile(rb"<(?:\w+:)?hyperlink[\s>]|HYPERLINK\(")
"""A link, or a formula that makes one."""
_FORMULA = re.compile(r'(?i)\s*=?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"')

Links = Mapping[tuple[int, int], str]


def linked_cells(sheet: IO[bytes], targets: Mapping[str, str]) -> dict[tuple[int, int], str]:
    """The address behind each cell that has one, by its row and column from 1; `targets` are those of its relations."""
    found = _Linked(targets)
    walk(sheet, found.begin, found.end, found.text)
    return found.cells


class _Linked(Places):
    """The cells that lead somewhere, by a formula or by a relation of the sheet."""

    def __init__(self, targets: Mapping[str, str]) -> None:
        super().__init__()
        self.cells: dict[tuple[int, int], str] = {}
        self._targets = targets
        self._is_formula, self._formula = False, ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Go on to the cell or the link that begins here."""
        super().begin(name, attributes)
        part = name.rpartition(":")[2]
        self._is_formula = part == "f"
        if part == "c":
            self._formula = ""
        elif part == "hyperlink":
            self._link(attributes)

    def text(self, piece: str) -> None:
        """Take the formula of a cell."""
        if self._is_formula:
            self._formula = (self._formula + piece)[:LONGEST_TARGET]

    def end(self, name: str) -> None:
        """See where the formula of the cell that ends here leads."""
        self._is_formula = False
        if name.rpartition(":")[2] == "c" and (found := _FORMULA.match(self._formula)):
            self.cells[self._row, self._column] = found[1].replace('""', '"')

    def _link(self, attributes: dict[str, str]) -> None:
        relation = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
        target = self._targets.get(relation, "")[:LONGEST_TARGET]
        first, _, last = attributes.get("ref", "").partition(":")
        if not target or not first:
            return
        (left, top), (right, bottom) = place_of(first), place_of(last or first)
        if (bottom - top + 1) * (right - left + 1) + len(self.cells) > MOST_ROWS:
            return
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self.cells[row, column] = target


def shown_or_target(field: str | None, shown: str, target: str | None) -> str:
    """What a cell says in this field: an address that it hides, where an address is wanted and none is shown."""
    if target is None:
        return shown
    if field == "website" and re.match(r"(?i)https?://", target) and "." not in shown:
        return target
    if field == "email" and target.lower().startswith("mailto:") and "@" not in shown:
        return target[len("mailto:") :].partition("?")[0]
    return shown
