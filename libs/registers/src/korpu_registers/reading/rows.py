"""A row as its mapping reads it: its fields, and the fingerprint by which it is known again."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from korpu_registers.parts import Column, DefaultValue
from korpu_registers.reading.cells import tidy


class Given(NamedTuple):
    """One row: where it stands, what its fields say, whether it is none of those known, and what was mended in it."""

    row: int
    values: Mapping[str, str]
    another: bool = False
    mended: frozenset[str] = frozenset()


def values_of(
    cells: Mapping[str, str],
    mended: Mapping[str, str],
    columns: Sequence[Column],
    defaults: Sequence[DefaultValue],
) -> dict[str, str]:
    """The fields of a row: what its cells say, what every row says where they say nothing, and what was mended."""
    found = {each.field: tidy(each.value) for each in defaults}
    found |= {each.field: cells[each.letter] for each in columns if each.field and cells.get(each.letter)}
    found |= {field: tidy(text) for field, text in mended.items()}
    return {field: text for field, text in found.items() if text}


def fingerprint(kind: str, values: Mapping[str, str]) -> str:
    """Tell a row by what it says, not by where it stands or how its columns are called."""
    said = json.dumps([kind, sorted(values.items())], ensure_ascii=False)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
