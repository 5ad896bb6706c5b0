"""Single values of an input: their types in the schema, and how they are spelled for the owner."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

Spell = Callable[[Any], Any]


class Typed(NamedTuple):
    """A type of the schema, and how a value of it is spelled for the owner."""

    type: Any
    spell: Spell


def same(value: Any) -> Any:
    """The value as it is."""
    return value


def listed(spell: Spell) -> Spell:
    """How a list of such values is spelled."""
    return lambda values: None if values is None else [spell(each) for each in values]


def or_none(spell: Spell) -> Spell:
    """How the value is spelled when there may be none."""
    return lambda value: None if value is None else spell(value)


def bare_id(kind: str | None) -> Spell:
    """The aggregate's own id, out of a global id of that kind; what is neither is left for the owner to refuse."""

    def spell(given: str) -> str:
        named, colon, id = given.partition(":")
        return id if colon and (kind is None or named == kind) else given

    return spell


SCALARS: Mapping[tuple[str, str | None], Typed] = {
    ("string", "date"): Typed(date, date.isoformat),
    ("string", "date-time"): Typed(datetime, datetime.isoformat),
    ("string", None): Typed(str, same),
    ("integer", None): Typed(int, same),
    ("number", None): Typed(float, same),
    ("boolean", None): Typed(bool, same),
}
