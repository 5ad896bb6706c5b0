"""The lists that can be had as files: every list of the portal, under its own name, with its own filter and order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from graphql import GraphQLObjectType, GraphQLSchema, get_named_type

from korpu_gateway.exports.columns import columns_of, source_of
from korpu_gateway.exports.refused import NoSuchColumn, NoSuchList, NotAnExport
from korpu_gateway.exports.shapes import Column, selection
from korpu_gateway.reads.relations import Many
from korpu_gateway.types.translation import Gaps

FILTERED = ("filter", "orderBy", "asOf")
ADDRESS = re.compile(r"(?P<list>[a-z][A-Za-z_]{0,60})\.(?P<form>xlsx|csv)")


@dataclass(frozen=True)
class Wanted:
    """One list as it is asked for: which columns, which rows, in which language."""

    name: str
    form: str
    given: Mapping[str, Any]
    columns: Sequence[str] | None
    language: str


class Lists:
    """The lists of a schema."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._root = cast("GraphQLObjectType", schema.query_type)
        self.fields = {
            snake(name): name for name, field in self._root.fields.items() if isinstance(source_of(field), Many | Gaps)
        }

    def named(self, address: str) -> tuple[str, str]:
        """The list and the form of file that an address names: `action_points.csv`, or with the graph's name of it."""
        found = ADDRESS.fullmatch(address)
        name = snake(found["list"]) if found else ""
        if found is None or name not in self.fields:
            raise NoSuchList(lists=", ".join(self.fields))
        return name, found["form"]

    def columns(self, name: str, granted: frozenset[str], wanted: Sequence[str] | None) -> list[Column]:
        """The wanted columns in their order; else the usual ones."""
        known = columns_of(self._schema, self.shown(name), granted)
        if wanted is None:
            return [each for each in known.values() if each.usual]
        for each in wanted:
            if each not in known:
                raise NoSuchColumn(column=each[:60], columns=", ".join(known))
        return [known[each] for each in dict.fromkeys(wanted)]

    def shown(self, name: str) -> str:
        """The type of which this is a list."""
        connection: Any = get_named_type(self._root.fields[self.fields[name]].type)
        return str(get_named_type(connection.fields["nodes"].type).name)

    def check(self, wanted: Wanted) -> None:
        """The list can be asked so: not every list was something else on another day."""
        known = self._root.fields[self.fields[wanted.name]].args
        for each in wanted.given:
            if each not in known:
                raise NotAnExport(wrong=f"{each}? {', '.join(name for name in FILTERED if name in known)}")

    def page(self, name: str, columns: Sequence[Column], first: int) -> str:
        """The operation that reads one page of these columns."""
        return self._asked(
            name, f"first: {first}, after: $after", f"nodes {selection(columns)} pageInfo {{hasNextPage endCursor}}"
        )

    def count(self, name: str) -> str:
        """The operation that counts the rows."""
        return self._asked(name, "first: 0, after: $after", "totalCount")

    def _asked(self, name: str, paged: str, shown: str) -> str:
        field = self.fields[name]
        types = self._root.fields[field].args
        filtered = [each for each in FILTERED if each in types]
        declared = ", ".join(f"${each}: {types[each].type}" for each in (*filtered, "after"))
        given = ", ".join(f"{each}: ${each}" for each in filtered)
        return f"query ({declared}) {{list: {field}({paged}, {given}) {{{shown}}}}}"


def snake(name: str) -> str:
    """`actionPoints` is `action_points`, as an address spells it."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
