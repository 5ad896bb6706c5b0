"""The list that counts the same: what an indicator keeps, as the filter of the list of its kind."""

import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from strawberry.utils.str_converters import to_camel_case

from korpu_gateway.indicators.definitions import Dimension
from korpu_gateway.indicators.question import Asked
from korpu_gateway.reads.kinds import KINDS

Filter = Mapping[str, Any]


@cache
def _types(filter_: type) -> Mapping[str, tuple[bool, type]]:
    """Whether each field of a filter takes a list, and what of."""
    hints = typing.get_type_hints(filter_)
    return {to_camel_case(name): _type(hint) for name, hint in hints.items()}


def _type(hint: Any) -> tuple[bool, type]:
    (held, *_) = (each for each in typing.get_args(hint) or (hint,) if each is not type(None))
    many = typing.get_origin(held) is list
    (one,) = typing.get_args(held) if many else (held,)
    return many, one


def _typed(type_: type, value: Any) -> Any:
    if isinstance(value, str) and issubclass(type_, Enum | int):
        return type_(value)
    return value


def static(asked: Asked) -> dict[str, Any]:
    """What the declaration keeps, in Python's values, with the days of this period."""
    types = _types(KINDS[asked.indicator.kind].filter)
    kept: dict[str, Any] = {}
    for name, value in asked.indicator.where.items():
        filled = asked.period.days.get(value, value) if isinstance(value, str) else value
        type_ = types[name][1]
        kept[name] = [_typed(type_, each) for each in filled] if isinstance(filled, list) else filled
    return kept


def narrowed(asked: Asked, at: Mapping[Dimension, str | None] | None = None) -> Filter | None:
    """The list's filter for the whole or for one cell, as GraphQL takes it; none where no list is equal."""
    if not asked.indicator.listed:
        return None
    kept, types = static(asked), _types(KINDS[asked.indicator.kind].filter)
    chosen = [*asked.filter, *((dimension, [code]) for dimension, code in (at or {}).items())]
    for dimension, codes in chosen:
        name = to_camel_case(dimension.field) if dimension.field else None
        if name is None or None in codes:
            return None
        many, type_ = types[name]
        values = [_typed(type_, each) for each in codes]
        if not many and len(values) > 1:
            return None
        held = kept.get(name)
        if held is not None:
            values = [each for each in values if each in held]
        kept[name] = values if many else values[0]
    return {name: _written(value) for name, value in sorted(kept.items())}


def _written(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    return [_written(each) for each in value] if isinstance(value, list) else value
