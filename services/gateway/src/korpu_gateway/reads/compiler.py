"""The compiler: turns one operation into one SQL statement whose answer is the response's own JSON text."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    get_named_type,
)

from korpu_gateway.reads.arguments import arguments
from korpu_gateway.reads.cooperative import checkpoint
from korpu_gateway.reads.fields import ReadField, Site
from korpu_gateway.reads.kinds import Kind
from korpu_gateway.reads.leaves import NULL, finished, json_at, leaf, literal
from korpu_gateway.reads.permissions import Rows, everything, nothing
from korpu_gateway.reads.selection import Asked, Selection

DECLARED = "strawberry-definition"

_PARAMETER = re.compile(r"\$(\d+)::")

Write = Callable[[GraphQLObjectType, Sequence[FieldNode]], str]


class NotCompiled(Exception):
    """The operation asks for something that only ordinary execution can give."""


class Hole:
    """A place in the answer that Python fills: a pure function of inputs that stand there."""

    def __init__(self, function: Any, given: dict[str, Any]) -> None:
        self.function = function
        self.given = given


class Compiler:
    """Writes the statement of one operation for callers of one scope."""

    def __init__(self, schema: GraphQLSchema, asked: Asked, granted: frozenset[str], language: str) -> None:
        self._schema = schema
        self._asked = asked
        self.granted = granted
        self.language = language
        self.parameters: list[Any] = []
        self.unused: list[Any] = []
        self.holes: list[Hole] = []
        self._aliases = 0
        self.fitted = False
        """PostgreSQL has to know the request's values before it plans."""

    @property
    def variables(self) -> Mapping[str, Any]:
        """The variables of the request for which the plan is made."""
        return self._asked.variables

    def statement(self, root: GraphQLObjectType, operation: Any) -> str:
        """The whole operation; parameters of what turned out not to be asked are only looked at."""
        selection = self._asked.of(root, [operation.selection_set])
        text = f"SELECT convert_to({self.written(root, selection, self._field('', None))}, 'UTF8')"
        used = sorted({int(number) for number in _PARAMETER.findall(text)})
        places = {number: place for place, number in enumerate(used, 1)}
        self.unused = [each for number, each in enumerate(self.parameters, 1) if number not in places]
        self.parameters = [self.parameters[number - 1] for number in used]
        return _PARAMETER.sub(lambda found: f"${places[int(found[1])]}::", text)

    def alias(self) -> str:
        """A name for a row, not used before."""
        self._aliases += 1
        return f"r{self._aliases}"

    def bind(self, value: Any, type_: str) -> str:
        """Make a value a parameter."""
        self.parameters.append(value)
        return f"${len(self.parameters)}::{type_}"

    def hole(self, function: Any, given: Any, inputs: str) -> str:
        """Leave a place for Python to fill, with the inputs in it."""
        self.holes.append(Hole(function, dict(given)))
        return f"E'\\x01{len(self.holes) - 1}:'||{inputs}||E'\\x01'"

    def give_up(self, site: Site) -> str:
        """Leave the operation to ordinary execution, because of the field here."""
        raise NotCompiled(f"{site.owner.name}.{site.nodes[0].name.value} is not read with one statement")

    def type_of(self, kind: Kind) -> GraphQLObjectType:
        """The GraphQL type that shows a kind."""
        return self.named(kind.shown.__name__)

    def named(self, name: str) -> GraphQLObjectType:
        """The GraphQL type of this name."""
        return cast("GraphQLObjectType", self._schema.type_map[name])

    def asked(self, type_: Any, nodes: Sequence[FieldNode]) -> Selection:
        """The fields asked of an object of this type."""
        return self._asked.below(type_, nodes)

    def fields(self, type_: Any, nodes: Sequence[FieldNode], write: Write) -> str:
        """An object whose asked fields are written one by one."""
        return self.written(type_, self._asked.below(type_, nodes), write)

    def written(self, type_: GraphQLObjectType, selection: Selection, write: Write) -> str:
        """An object of these fields, as SQL that answers JSON text."""
        parts, opening = [], "{"
        for key, nodes in selection.items():
            text = literal(f'"{type_.name}"') if nodes[0].name.value == "__typename" else write(type_, nodes)
            parts.append(f"""{literal(f'{opening}"{key}":')}||{text}""")
            opening = ","
        return "||".join((*parts, "'}'")) if parts else "'{}'"

    def object(self, type_: GraphQLObjectType, nodes: Sequence[FieldNode], base: str, row: str | None) -> str:
        """An object that a document, or a part of it, tells of."""
        return self.fields(type_, nodes, self._field(base, row))

    def _field(self, base: str, row: str | None) -> Write:
        def write(type_: GraphQLObjectType, nodes: Sequence[FieldNode]) -> str:
            checkpoint()
            field = type_.fields.get(nodes[0].name.value)
            declared = field and field.extensions.get(DECLARED)
            if field is None or not isinstance(declared, ReadField):
                raise NotCompiled(f"{type_.name}.{nodes[0].name.value} is no field of the read model")
            given = arguments(field, nodes[0], self._asked.variables)
            site = Site(self, base, row, type_, field.type, nodes, given)
            return self._guarded(declared.shown_to(self.granted), site, declared)

        return write

    def _guarded(self, shown: Rows, site: Site, declared: ReadField) -> str:
        if shown is everything:
            return declared.source.sql(site)
        if shown is nothing or site.row is None:
            return NULL
        return f"CASE WHEN {shown.sql(site.row, self.bind)} THEN {declared.source.sql(site)} ELSE {NULL} END"

    def value(self, type_: Any, nodes: Sequence[FieldNode], base: str, path: tuple[str, ...]) -> str:
        """What stands at a path: a scalar, a part, or a list of either."""
        held = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        if isinstance(held, GraphQLList):
            return finished(type_, self._list(held.of_type, nodes, base, path))
        if isinstance(held, GraphQLScalarType | GraphQLEnumType):
            return finished(type_, leaf(held, base, path))
        at = json_at(base, path)
        return finished(type_, f"CASE jsonb_typeof({at}) WHEN 'object' THEN {self.object(held, nodes, at, None)} END")

    def _list(self, type_: Any, nodes: Sequence[FieldNode], base: str, path: tuple[str, ...]) -> str:
        row = self.alias()
        named: Any = get_named_type(type_)
        if isinstance(named, GraphQLObjectType):
            item = self.object(named, nodes, f"{row}.value", None)
        else:
            item = self.value(type_, nodes, f"{row}.value", ())
        listed = (
            f"(SELECT string_agg({item},',' ORDER BY {row}.place) FROM {self.elements(base, path)} {row}(value, place))"
        )
        return f"CASE jsonb_typeof({json_at(base, path)}) WHEN 'array' THEN '['||coalesce({listed},'')||']' END"

    def elements(self, base: str, path: tuple[str, ...]) -> str:
        """The members of the list at a path, as rows."""
        at = json_at(base, path)
        return f"jsonb_array_elements(CASE jsonb_typeof({at}) WHEN 'array' THEN {at} END) WITH ORDINALITY"
