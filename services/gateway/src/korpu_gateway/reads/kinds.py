"""The kinds of documents that the read model holds, each declared by the type that shows it."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NotRequired, TypedDict, cast

from korpu_gateway.readmodel.columns import EVERYWHERE, REMEMBERED, Column
from korpu_gateway.reads.filters import sought_in
from korpu_gateway.reads.permissions import Rows, everything

Document = dict[str, Any]


class Words(TypedDict):
    """What is prepared from a document when it is kept: under what it sorts, where it is found, how it is called."""

    sort: str
    search: tuple[str, ...]
    name: NotRequired[Mapping[str, str]]


Prepared = Callable[[Document], Words]


@dataclass(frozen=True)
class Kind:
    """One kind of aggregate: where its documents are kept, who reads them, and how they are found."""

    name: str
    topics: Mapping[str, tuple[str, ...]]
    """The topics that tell of it; of several owners each tells of those whose `kind` is one of its words."""
    plural: str
    """The name of its list."""
    listed: str
    """What its list is, in the schema."""
    shown: type
    readers: Mapping[frozenset[str], Rows]
    prepared: Prepared
    filter: type
    order: type
    columns: tuple[Column, ...] = ()
    came_of: tuple[str, ...] = ()
    """Columns that name what a thing came out of."""
    led_to: tuple[str, ...] = ()
    """Columns that name what came out of a thing."""

    def keeper(self, word: object) -> str | None:
        """The owner that keeps those of this `kind`, where several owners keep such things."""
        found = (topic for topic, words in self.topics.items() if word in words)
        return next((topic.partition(".")[0] for topic in found), None)

    @property
    def parted(self) -> bool:
        """Whether several owners keep such things."""
        return len(self.topics) > 1

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns of every kind and those of this one."""
        return EVERYWHERE + self.columns

    @property
    def sought(self) -> tuple[Column, ...]:
        """Columns that get an index because a filter, a row permission or a look-up asks them, and for nothing else."""
        asked = sought_in(self.filter).union(*(rows.columns for rows in self.readers.values()))
        return tuple(each for each in self.all_columns if not each.indexed and (each.sought or each.name in asked))

    @property
    def narrow(self) -> tuple[str, ...]:
        """The short values that conditions ask, which one index holds beside the status so that they are counted there.

        A name, a text or a list may be longer than an index holds.
        """
        asked = sought_in(self.filter).union(*(rows.columns for rows in self.readers.values()))
        found = (each for each in self.all_columns if each.name in asked - {"status", "code"})
        return tuple(each.name for each in found if each.type != "uuid" and not each.many)

    @property
    def merges(self) -> bool:
        """Whether one of them may have gone on in another, which then knows the ids that it had."""
        return any(each.name == "aliases" for each in self.columns)

    def column(self, name: str) -> Column:
        """The column of this name."""
        return next(each for each in self.all_columns if each.name == name)

    def seen(self, column: str, granted: frozenset[str]) -> Rows:
        """In which rows a caller with these grants sees the value of a column, as a field of that name says."""
        for field in self.shown.__strawberry_definition__.fields:  # type: ignore[attr-defined]
            if field.python_name == column and hasattr(field, "shown_to"):
                return cast("Rows", field.shown_to(granted))
        return everything

    def computed(self) -> str:
        """The columns as SQL on a document in the history."""
        held = {each.name for each in REMEMBERED}
        return ", ".join(
            each.name if each.name in held else f"({each.expression})::{each.type} AS {each.name}"
            for each in self.all_columns
        )

    def source(self, as_of: str | None) -> str:
        """Where the documents come from: the table of today, or the history as it stood at an instant (SQL)."""
        if as_of is None:
            return self.name
        return (
            f"(SELECT id, version, doc, valid_from, {self.computed()} FROM history WHERE kind = '{self.name}'"
            f" AND valid_from <= {as_of} AND (valid_to IS NULL OR valid_to > {as_of}))"
        )


KINDS: dict[str, Kind] = {}
TYPES: dict[str, type] = {}
"""Every type of the portal's language by its name, so that modules may speak of each other."""

ENUMS: list[type[Enum]] = []
"""Every enum of the portal's language; inputs that hold the same words use the same enum."""
