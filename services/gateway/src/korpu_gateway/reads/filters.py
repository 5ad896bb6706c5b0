"""Filters and orders: each field of a filter says once which rows it keeps."""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any

import strawberry
from pydantic_core import PydanticCustomError
from strawberry.utils.str_converters import to_camel_case

from korpu_chassis.i18n.text import fold, lower, visible
from korpu_chassis.identity.subjects import SubjectKeyMissing, opaque
from korpu_gateway.reads.arguments import Bind, Derived, known, spelled
from korpu_gateway.reads.identity import identity, identity_of_any
from korpu_gateway.reads.refused import SearchTooLong

LONGEST_SEARCH = 500
"""Characters: a title in full; each of them is folded, and each word is looked for in every row."""
KEPT, FEW, COLUMN, SOUGHT = "kept", "few", "column", "sought"
Kept = Callable[[str, Any, Bind], str]


def _field(column: str, kept: Kept, description: str, *, few: bool = False, sought: bool = True) -> Any:
    """A field whose condition an index of the column answers, where it is `sought`."""
    told = {KEPT: kept, FEW: few, COLUMN: column, SOUGHT: sought}
    return strawberry.field(default=None, description=description, metadata=told)


def kept_by(column: str, kept: Kept, description: str) -> Any:
    """Rows that a condition of its own keeps."""
    return _field(column, kept, description, sought=False)


def _one_of(row: str, column: str, value: Any, bind: Bind) -> str:
    """Words of the schema stand in the statement, which is made for them: PostgreSQL knows how many rows have them."""
    words = known(value)
    if not all(isinstance(each, Enum) for each in words):
        return f"{row}.{column} = ANY({bind(Derived(value, spelled), 'text[]')})"
    if len(words) == 1:
        return f"{row}.{column} = {_literal(words[0].value)}"
    return f"{row}.{column} = ANY(ARRAY[{', '.join(_literal(each.value) for each in words)}]::text[])"


def _literal(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def within(column: str, description: str = "One of these.") -> Any:
    """Rows whose column holds one of the given words."""
    return _field(
        column,
        lambda row, value, bind: _one_of(row, column, value, bind),
        description,
    )


def among_numbers(column: str) -> Any:
    """Rows whose column holds one of the given whole numbers."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} = ANY({bind(Derived(value, list), 'integer[]')})",
        "One of these.",
    )


def among_subjects(column: str) -> Any:
    """Rows whose column holds one of the given people, named as the identity provider or as messages name them."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} = ANY({bind(Derived(value, _opaque), 'text[]')})",
        "One of these people.",
    )


def _opaque(subjects: Any) -> Any:
    return [_published(each) for each in spelled(subjects)]


def _published(subject: str) -> str:
    """The id that messages carry; without a key nobody who is named by an address is published, and nobody is found."""
    try:
        return opaque(subject)
    except SubjectKeyMissing:
        return subject


def since(column: str) -> Any:
    """Rows whose date is this day or later."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} >= {bind(Derived(value, spelled), 'text')}",
        "This day or later.",
    )


def until(column: str) -> Any:
    """Rows whose date is this day or earlier."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} <= {bind(Derived(value, spelled), 'text')}",
        "This day or earlier.",
    )


def before(column: str) -> Any:
    """Rows whose date is before this day, or has none."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} < {bind(Derived(value, spelled), 'text')}",
        "Before this day, or never.",
    )


def at_least(column: str) -> Any:
    """Rows whose number is this or more."""
    return _field(column, lambda row, value, bind: f"{row}.{column} >= {bind(value, 'integer')}", "This or more.")


def any_of(column: str) -> Any:
    """Rows whose list holds one of the given words, whatever their case."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} && {bind(Derived(value, _lower), 'text[]')}",
        "At least one of these.",
    )


def exactly(column: str, type_: str = "boolean") -> Any:
    """Rows whose column holds just this value."""

    def just(row: str, value: Any, bind: Bind) -> str:
        held = f"{row}.{column}"
        return f"{held} = {str(value).upper()}" if isinstance(value, bool) else f"{held} = {bind(value, type_)}"

    return _field(column, just, "Just this.")


def identified(column: str, read: Callable[[str], str]) -> Any:
    """Rows whose column holds this identifier, in whatever form it is written; what is none of its kind finds none."""

    def one_form(written: str) -> str:
        try:
            return read(written)
        except PydanticCustomError:
            return written

    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} = {bind(Derived(value, one_form), 'text')}",
        "Just this one.",
        few=True,
    )


def about(column: str, kind: str, *, merged: bool = False) -> Any:
    """Rows that refer to this thing, or to one that is `merged` with it."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} = ANY({_identities(kind, value, bind, merged=merged)})",
        "About the thing with this id.",
        few=True,
    )


def among_ids(column: str, kind: str, *, merged: bool = False) -> Any:
    """Rows that refer to this thing among others, or to one that is `merged` with it."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} && {_identities(kind, value, bind, merged=merged)}",
        "About the thing with this id, and perhaps others.",
        few=True,
    )


def among_any(column: str) -> Any:
    """Rows that refer to this thing of whatever kind, among others."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} @> ARRAY[{bind(Derived(value, identity_of_any), 'uuid')}]",
        "About the thing with this id, and perhaps others.",
        few=True,
    )


def _identities(kind: str, value: Any, bind: Bind, *, merged: bool) -> str:
    """Every id that the thing has or had, as one array."""
    id = bind(Derived(value, identity(kind)), "uuid")
    if not merged:
        return f"ARRAY[{id}]"
    return (
        f"(coalesce((SELECT max(m.aliases || m.id) FROM {kind} m WHERE (m.id = {id} OR m.aliases @> ARRAY[{id}])"  # noqa: S608
        f" AND m.status <> 'merged'), ARRAY[{id}])::uuid[])"
    )


def open_to(column: str, wider: Callable[[str], list[str]] = lambda word: [word]) -> Any:
    """Rows whose list asks for nothing or holds one of these, or what one of these lies in."""

    def spread(given: Any) -> list[str]:
        return sorted({each for word in spelled(given) for each in wider(str(word))})

    return _field(
        column,
        lambda row, value, bind: (
            f"({row}.{column} = '{{}}' OR {row}.{column} && {bind(Derived(value, spread), 'text[]')})"
        ),
        "Open to at least one of these.",
    )


def holding(column: str) -> Any:
    """Rows whose column is a list that holds one of the given words."""
    return _field(
        column,
        lambda row, value, bind: f"{row}.{column} LIKE ANY({bind(Derived(value, _quoted), 'text[]')})",
        "Any of these, and perhaps others.",
        sought=False,
    )


def _quoted(given: Any) -> list[str]:
    return [f'%"{word}"%' for word in spelled(given)]


def matching(column: str = "search") -> Any:
    """Rows in which every word is found, however it is spelled: Gence, Gəncə, Гянджа and Ganja are one city."""
    return _field(
        column,
        lambda row, value, bind: (
            f"{row}.{column} LIKE ALL({bind(Derived(value, _patterns), 'text[]')})"
            f" AND trigrams({row}.{column}) @> {bind(Derived(value, _trigrams), 'text[]')}"
        ),
        "Every word is found, in any script and spelling.",
        sought=False,
    )


def _lower(words: list[Any]) -> list[str]:
    return [" ".join(lower(_short(each.value if isinstance(each, Enum) else each)).split()) for each in words]


def _short(text: str) -> str:
    if len(text) > LONGEST_SEARCH:
        raise SearchTooLong(longest=LONGEST_SEARCH)
    return text


def _patterns(text: str) -> list[str]:
    """What each word must be like; a blank text asks for nothing, and of signs alone nothing is found."""
    _short(text)
    words = [f"%{word}%" for word in fold(text).split()]
    return words if words or not visible(text).strip() else [""]


def _trigrams(text: str) -> list[str]:
    """Three letters each: what has all those of the words is found by an index, and then looked at."""
    return sorted({word[place : place + 3] for word in fold(_short(text)).split() for place in range(len(word) - 2)})


@strawberry.enum
class Direction(Enum):
    """Which end of a list comes first."""

    ASC = "ASC"
    DESC = "DESC"


@cache
def _told_by(filter_: type, what: str) -> dict[str, Any]:
    fields = filter_.__strawberry_definition__.fields  # type: ignore[attr-defined]
    return {to_camel_case(field.python_name): field.metadata[what] for field in fields}


def kept(filter_: type, given: Mapping[str, Any], row: str, bind: Bind) -> list[str]:
    """The conditions of a filter on this row; what is not given keeps everything."""
    fields: dict[str, Kept] = _told_by(filter_, KEPT)
    return [fields[name](row, value, bind) for name, value in given.items() if value is not None]


def asked_of(filter_: type, given: Mapping[str, Any]) -> set[str]:
    """The columns that a filter asks."""
    columns = _told_by(filter_, COLUMN)
    return {columns[name] for name, value in given.items() if value is not None}


def sought_in(filter_: type) -> set[str]:
    """The columns by which a filter finds rows with a plain index."""
    columns = _told_by(filter_, COLUMN)
    return {columns[name] for name, sought in _told_by(filter_, SOUGHT).items() if sought}


def keeps_few(filter_: type, given: Mapping[str, Any]) -> bool:
    """Whether what is given leaves the few rows that are about one thing."""
    fields = _told_by(filter_, FEW)
    return any(fields[name] for name, value in given.items() if value is not None)
