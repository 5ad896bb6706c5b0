"""Single values as JSON text: how PostgreSQL writes what a document holds, and how Python does."""

from enum import Enum
from typing import Any

import orjson
from graphql import GraphQLEnumType, GraphQLScalarType, is_non_null_type

BROKEN = b"\x02"
"""Stands in a compiled answer where a value is missing that the schema promises; ordinary execution then answers."""

PLAIN = frozenset({"Date", "DateTime", "UUID", "Decimal"})
BARE = frozenset({"Int", "Boolean"})
NULL = "'null'"


def literal(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def json_at(base: str, path: tuple[str, ...]) -> str:
    """The JSON value at a path below this one."""
    return "".join((base, *(f"->{literal(step)}" for step in path)))


def text_at(base: str, path: tuple[str, ...]) -> str:
    """The value at a path as plain text; SQL NULL where there is none."""
    return f"({json_at(base, path[:-1])}->>{literal(path[-1])})" if path else f"({base}#>>'{{}}')"


def leaf(type_: GraphQLScalarType | GraphQLEnumType, base: str, path: tuple[str, ...]) -> str:
    """The scalar or enum at a path as JSON text; SQL NULL where there is none."""
    if isinstance(type_, GraphQLEnumType):
        return _word(type_, text_at(base, path))
    if type_.name in PLAIN:
        return f"""'"'||{text_at(base, path)}||'"'"""
    if type_.name in BARE:
        return text_at(base, path)
    return f"nullif(({json_at(base, path)})::text,{NULL})"


def _word(type_: GraphQLEnumType, text: str) -> str:
    """The name of a word of the schema; of one that a newer owner says, ordinary execution tells that it is unknown."""
    named = {spelled: f'"{name}"' for name, held in type_.values.items() for spelled in _spellings(name, held.value)}
    known = literal(orjson.dumps(named).decode())
    return f"coalesce({known}::jsonb->>{text},CASE WHEN {text} IS NOT NULL THEN {_BROKEN} END)"


def _spellings(name: str, value: object) -> set[str]:
    return {name, name.lower(), str(value.value if isinstance(value, Enum) else value)}


def finished(type_: Any, text: str) -> str:
    """The text, or what stands for it when there is none: null where the schema allows it."""
    return f"coalesce({text},{_BROKEN if is_non_null_type(type_) else NULL})"


_BROKEN = r"E'\x02'"


def answered(value: object) -> object:
    """A computed value as the response spells it."""
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, list | tuple):
        return [answered(each) for each in value]
    return value


def dumped(value: object) -> bytes:
    """A computed value as JSON text."""
    return orjson.dumps(answered(value))
