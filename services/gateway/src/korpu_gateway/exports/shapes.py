"""What a column is: where its values stand in a row's answer, and what its cells hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Form(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    WORD = "word"
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


def values(row: Any, path: Sequence[str]) -> Iterator[Any]:
    """What stands in a row's answer at the end of a path, through every list on the way."""
    if row is None:
        return
    if isinstance(row, list):
        for each in row:
            yield from values(each, path)
    elif path:
        yield from values(row[path[0].partition(":")[0]], path[1:])
    else:
        yield row
