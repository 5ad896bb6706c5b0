"""The cost of an operation: how many things it may lead to, counted before any of them is fetched."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, GraphQLUnionType, get_named_type

from korpu_gateway.reads.arguments import arguments, known
from korpu_gateway.reads.cooperative import checkpoint
from korpu_gateway.reads.fields import ReadField
from korpu_gateway.reads.refused import TooCostly, TooManySearches
from korpu_gateway.reads.relations import AnyNodes, Each
from korpu_gateway.reads.selection import Asked, Selection

MOST_THINGS = 20_000
MOST_EXECUTED = 2_000
"""Ordinary execution takes some 20 µs for each value, and much of it at one go."""
A_HANDFUL = 5
MOST_SEARCHES = 5
"""A search reads a whole list for its words; a page of the portal searches in one, a desk in a few."""
SEARCH = "search"
DECLARED = "strawberry-definition"


class Cost:
    """Counts the things that an operation may lead to; refuses when there are too many."""

    def __init__(self, schema: GraphQLSchema, asked: Asked) -> None:
        self._schema = schema
        self._asked = asked
        self._things = 0
        self._searches = 0

    def of(self, root: GraphQLObjectType, operation: Any) -> int:
        """The things that this operation may lead to."""
        self._selection(root, self._asked.of(root, [operation.selection_set]), 1)
        return self._things

    def _selection(self, type_: GraphQLObjectType, selection: Selection, times: int) -> None:
        for nodes in selection.values():
            checkpoint()
            field = type_.fields.get(nodes[0].name.value)
            if field is None:
                continue
            many = times * self._members(field, nodes[0])
            self._things += many
            if self._things > MOST_THINGS:
                raise TooCostly(most=MOST_THINGS)
            for below in self._shown_by(get_named_type(field.type)):
                self._selection(below, self._asked.below(below, nodes), many)

    def _members(self, field: Any, node: Any) -> int:
        declared = field.extensions.get(DECLARED)
        source = declared.source if isinstance(declared, ReadField) else None
        self._count_search(field, node)
        if "first" in field.args or isinstance(source, AnyNodes):
            given = arguments(field, node, self._asked.variables)
            asked = len(known(given["ids"])) if isinstance(source, AnyNodes) else known(given["first"])
            return max(1, int(asked))
        return A_HANDFUL if isinstance(source, Each) else 1

    def _count_search(self, field: Any, node: Any) -> None:
        if "filter" in field.args:
            given = arguments(field, node, self._asked.variables)["filter"]
            self._searches += bool(isinstance(given, Mapping) and given.get(SEARCH))
            if self._searches > MOST_SEARCHES:
                raise TooManySearches(most=MOST_SEARCHES)

    def _shown_by(self, type_: Any) -> tuple[GraphQLObjectType, ...]:
        if isinstance(type_, GraphQLObjectType):
            return (type_,)
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            return tuple(self._schema.get_possible_types(type_))
        return ()
