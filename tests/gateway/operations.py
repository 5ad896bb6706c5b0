"""Operations that nobody has written: any fields, arguments, fragments, aliases, directives and variables."""

from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_non_null_type,
)
from hypothesis import strategies as st

from korpu_gateway.owners.remote_fields import Told

DEEPEST = 6
HOME = (
    *("node", "nodes", "organisations", "agreements", "mobilities", "opportunities", "trips", "admissions"),
    *("visits", "actionPoints", "people"),
)


@dataclass
class Writer:
    """Writes one operation; what it draws is shrunk by Hypothesis."""

    draw: Any
    schema: GraphQLSchema
    ids: list[str]
    words: list[str]
    skipped: frozenset[str] = frozenset()
    variables: dict[str, Any] = field(default_factory=dict)
    declared: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)
    refusable: bool = False
    """Something is asked that a list refuses, or that only its owner can tell: there need not be a plan."""
    _named: int = 0

    def operation(self) -> tuple[str, dict[str, Any]]:
        """The document, and its variables."""
        root = self.schema.query_type
        assert root is not None
        body = self.selection(root, 0)
        head = f"({', '.join(self.declared)})" if self.declared else ""
        return " ".join((f"query Q{head} {body}", *self.fragments)), self.variables

    def selection(self, type_: Any, depth: int) -> str:
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            shown = self.some(self.schema.get_possible_types(type_), 2)
            inner = [f"... on {each.name} {self.selection(each, depth)}" for each in shown]
            shared = ["__typename", "id", "code"] if isinstance(type_, GraphQLInterfaceType) else ["__typename"]
            return "{" + " ".join((*self.some(shared, 2), *inner)) + "}"
        fields = [name for name in type_.fields if self.fits(type_, name, depth)]
        chosen = self.some(fields, 2 if depth == 0 else 4) if fields else []
        written = [self.field(type_, name, depth) for name in chosen]
        if self.chance(8):
            written.append("__typename")
        return "{" + " ".join(self.wrapped(type_, each) for each in written or ["__typename"]) + "}"

    def fits(self, type_: GraphQLObjectType, name: str, depth: int) -> bool:
        leads = not is_leaf_type(get_named_type(type_.fields[name].type))
        return name not in self.skipped and not (leads and depth >= DEEPEST)

    def field(self, type_: GraphQLObjectType, name: str, depth: int) -> str:
        field_ = type_.fields[name]
        given = [f"{each}: {self.argument(each, arg)}" for each, arg in field_.args.items() if self.given(arg)]
        alias = f"{self.fresh('a')}: " if given or self.chance(6) else ""
        below = get_named_type(field_.type)
        source = getattr(field_.extensions.get("strawberry-definition"), "source", None)
        self.refusable |= source is None or (isinstance(source, Told) and not is_leaf_type(below))
        nested = "" if is_leaf_type(below) else self.selection(below, depth + 1)
        return f"{alias}{name}{f'({chr(44).join(given)})' if given else ''}{self.directive()}{nested}"

    def wrapped(self, type_: GraphQLObjectType, written: str) -> str:
        match self.draw(st.integers(0, 11)):
            case 0:
                return f"... on {type_.name}{self.directive()} {{{written}}}"
            case 1:
                name = self.fresh("F")
                self.fragments.append(f"fragment {name} on {type_.name} {{{written}}}")
                return f"...{name}{self.directive()}"
            case 2:
                return f"... {{{written}}}"
        return written

    def directive(self) -> str:
        if not self.chance(10):
            return ""
        value = self.lifted("Boolean!", self.draw(st.booleans()))
        return f" @{self.draw(st.sampled_from(('skip', 'include')))}(if: {value})"

    def given(self, argument: GraphQLArgument) -> bool:
        return is_non_null_type(argument.type) or self.chance(3)

    def argument(self, name: str, argument: GraphQLArgument) -> str:
        value = self.value(name, argument.type)
        if self.chance(2):
            return self.lifted(str(argument.type), value)
        return spelled(value, argument.type)

    def value(self, name: str, type_: Any) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self.value(name, type_.of_type)
        if isinstance(type_, GraphQLList):
            return [self.value(name, type_.of_type) for _ in range(self.draw(st.integers(0, 3)))]
        if isinstance(type_, GraphQLInputObjectType):
            fields = type_.fields.items()
            return {each: self.value(each, f.type) for each, f in fields if is_non_null_type(f.type) or self.chance(4)}
        if isinstance(type_, GraphQLEnumType):
            return self.draw(st.sampled_from(sorted(type_.values)))
        return self.leaf(name, type_.name)

    def leaf(self, name: str, type_: str) -> Any:  # noqa: PLR0911 -- one return for each scalar
        match type_:
            case "ID":
                return self.draw(st.sampled_from(self.ids))
            case "Int":
                asked = self.draw(st.sampled_from((0, 1, 2, 3, 5, 100, 101, -1)))
                self.refusable |= asked in (101, -1)
                return asked
            case "Boolean":
                return self.draw(st.booleans())
            case "Date":
                return self.draw(st.sampled_from(("2026-11-01", "2026-11-24", "1999-01-01")))
            case "DateTime":
                return self.draw(st.sampled_from(("2026-11-23T05:59:59Z", "2026-11-23T06:00:00+00:00")))
        self.refusable |= name == "after"
        if name == "academicYear":
            return self.draw(st.sampled_from(("2026/2027", "2031/2032")))
        return self.draw(st.sampled_from(self.words))

    def lifted(self, type_: str, value: Any) -> str:
        name = self.fresh("v")
        self.declared.append(f"${name}: {type_}")
        self.variables[name] = value
        return f"${name}"

    def some(self, choices: Any, most: int) -> list[Any]:
        chosen: list[Any] = self.draw(st.lists(st.sampled_from(list(choices)), min_size=1, max_size=most, unique=True))
        return chosen

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(1, one_in)) == 1)

    def fresh(self, letter: str) -> str:
        self._named += 1
        return f"{letter}{self._named}"


def spelled(value: Any, type_: Any) -> str:
    """The value as GraphQL's own literals."""
    named = get_named_type(type_)
    if isinstance(value, list):
        return f"[{', '.join(spelled(each, type_) for each in value)}]"
    if isinstance(value, dict) and isinstance(named, GraphQLInputObjectType):
        return (
            "{" + ", ".join(f"{name}: {spelled(each, named.fields[name].type)}" for name, each in value.items()) + "}"
        )
    if isinstance(named, GraphQLEnumType) or not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else str(value)
    return orjson.dumps(value).decode()
