"""Lists: which documents of a kind, in which order, from where on; the same statement for both ways of reading."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from korpu_gateway.reads.arguments import Bind, Derived, known
from korpu_gateway.reads.filters import Direction, asked_of, keeps_few, kept
from korpu_gateway.reads.kinds import Kind
from korpu_gateway.reads.permissions import everything, readable
from korpu_gateway.reads.refused import NotACursor, TooLong

LONGEST = 100
SORT = "sort"
UNTIED = "TRUE"
"""Ties a list to nothing: it holds all things of its kind."""


class Asker(NamedTuple):
    """Who asks for a list, and how values become parameters of its statement."""

    granted: frozenset[str]
    bind: Bind


class Bound:
    """Makes values parameters, and counts them."""

    def __init__(self, bind: Bind) -> None:
        self._bind = bind
        self.values = 0

    def __call__(self, value: Any, type_: str) -> str:
        """Make a value a parameter."""
        self.values += 1
        return self._bind(value, type_)


class Cursor(NamedTuple):
    """A place in a list: the order's value and the id of the row there."""

    key: str
    id: UUID


def cursor(text: str) -> Cursor:
    """Read a cursor."""
    key, bar, id = text.rpartition("|")
    try:
        if bar and "\0" not in key:
            return Cursor(key, UUID(id))
    except ValueError:
        pass
    raise NotACursor


def successor_sql(kind: Kind, key: str) -> str:
    """The id itself, or that of the one that it was merged into.

    Aliases are looked up for a merged or unknown one alone: most were never merged, and the index of aliases costs
    several times what the row itself costs. They are asked as an aggregate: for one row of many that are guessed
    PostgreSQL would read the table instead of the index.
    """
    if not kind.merges:
        return key
    stands = f"(SELECT m.status <> 'merged' FROM {kind.name} m WHERE m.id = {key})"
    goes_on = f"SELECT (array_agg(s.id))[1] FROM {kind.name} s WHERE s.aliases @> ARRAY[{key}] AND s.status <> 'merged'"
    return f"CASE WHEN {key} IS NULL OR {stands} THEN {key} ELSE coalesce(({goes_on}), {key}) END"


@dataclass(frozen=True)
class Listing:
    """One list of documents, as SQL on the alias `row`."""

    source: str
    row: str
    conditions: tuple[str, ...]
    after: str | None
    key: str
    direction: str
    first: int
    begun: bool
    few: bool
    """The list hangs on one thing or one person: its rows are found first and sorted then."""
    fitted: bool = False
    """Which rows it has follows from values of the request: only when they are known the best way to them is."""

    def rows(self, limit: int) -> str:
        """The page: its rows with all columns, which field permissions may ask, and the order's key, in order."""
        where = " AND ".join((*self.conditions, self.after) if self.after else self.conditions)
        # With nothing added to it no index serves the key; else PostgreSQL walks all rows in order to meet a few.
        ordered = f"({self.key}||'')" if self.few else self.key
        return (
            f"SELECT {self.row}.*, {self.key} AS k FROM {self.source} {self.row}"
            f" WHERE {where}"
            f" ORDER BY {ordered} {self.direction}, {self.row}.id {self.direction} LIMIT {limit}"
        )

    def count(self) -> str:
        """How many rows the list has in all its pages."""
        return f"SELECT count(*) FROM {self.source} {self.row} WHERE {' AND '.join(self.conditions)}"

    def count_by(self, *columns: str) -> str:
        """How many rows the list has of each combination of these columns, in their order."""
        named = ", ".join(f"{self.row}.{each}" for each in columns)
        where = " AND ".join(self.conditions)
        return f"SELECT {named}, count(*) FROM {self.source} {self.row} WHERE {where} GROUP BY {named} ORDER BY {named}"


def listing(kind: Kind, row: str, given: Mapping[str, Any], asker: Asker, joined: str = UNTIED) -> Listing:
    """The list that these arguments ask for; `joined` ties it to the thing that it hangs on.

    What was merged into another thing is listed as that one, and by itself only for whoever asks for its status.
    """
    first = known(given["first"])
    if not 0 <= first <= LONGEST:
        raise TooLong(longest=LONGEST)
    order = given.get("orderBy") or {}
    column = order["by"].value if order else SORT
    descending = order.get("direction") is Direction.DESC
    key = f"{row}.{column}"
    as_of = given.get("asOf")
    readers, bound = readable(kind.readers, asker.granted), Bound(asker.bind)
    conditions = [joined, readers.sql(row, bound)]
    filter_ = given.get("filter") or {}
    if kind.merges and not filter_.get("status"):
        conditions.append(f"{row}.status <> 'merged'")
    if filter_:
        conditions += kept(kind.filter, filter_, row, bound)
        conditions += _findable(kind, filter_, row, asker)
    after = given.get("after")
    few = joined != UNTIED or readers.few or keeps_few(kind.filter, filter_)
    return Listing(
        source=kind.source(bound(as_of, "timestamptz") if as_of else None),
        row=row,
        conditions=tuple(conditions),
        after=beyond(row, key, "<" if descending else ">", after, asker.bind) if after is not None else None,
        key=key,
        direction="DESC" if descending else "ASC",
        first=first,
        begun=after is not None,
        few=few,
        fitted=bound.values > 0 and not few,
    )


def _findable(kind: Kind, filter_: Mapping[str, Any], row: str, asker: Asker) -> list[str]:
    """A filter finds nothing by a value that the caller does not see in the row."""
    seen = (kind.seen(column, asker.granted) for column in sorted(asked_of(kind.filter, filter_)))
    return [rows.sql(row, asker.bind) for rows in seen if rows is not everything]


def beyond(row: str, key: str, compared: str, after: Any, bind: Bind) -> str:
    """The rows after a place in the list."""
    place = bind(Derived(after, lambda text: cursor(text).key), "text")
    return f"({key}, {row}.id) {compared} ({place}, {bind(Derived(after, lambda text: cursor(text).id), 'uuid')})"
