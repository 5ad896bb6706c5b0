"""What a column is: where its values stand in a row's answer, and what its cells hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Form(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    WORD = "word"
    NAME = "name"
    YES_NO = "yes_no"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    LINK = "link"


FORMS = {
    "Boolean": Form.YES_NO,
    "Int": Form.WHOLE,
    "Decimal": Form.NUMBER,
    "Date": Form.DAY,
    "DateTime": Form.MOMENT,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the way to its values in a row's answer, and what they are."""

    name: str
    path: tuple[str, ...]
    form: Form
    owner: str
    words: str | None = None
    many: bool = False
    usual: bool = True
    language: str | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to the values in an answer, where an alias stands for what it names."""
        return tuple(step.partition(":")[0] for step in self.path)


def selection(columns: Sequence[Column]) -> str:
    """The fields that these columns need, as GraphQL asks for them."""
    tree: dict[str, Any] = {}
    for each in columns:
        for path in (each.path, (*each.path[:-1], "languages")) if each.language else (each.path,):
            below = tree
            for step in path:
                below = below.setdefault(step, {})
    return _written(tree)


def _written(tree: Mapping[str, Any]) -> str:
    return "{" + " ".join(f"{name} {_written(below)}" if below else name for name, below in tree.items()) + "}"


def values(row: Any, steps: Sequence[str]) -> Sequence[Any]:
    """What stands in a row's answer at the end of a path, through every list on the way."""
    found: Sequence[Any] = (row,)
    for step in steps:
        one = len(found) == 1
        found = _held(found[0][step]) if one else [below for each in found for below in _held(each[step])]
    return found


def _held(value: Any) -> Sequence[Any]:
    if isinstance(value, list):
        return [each for each in value if each is not None]
    return () if value is None else (value,)
