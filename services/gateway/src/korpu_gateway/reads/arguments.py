"""What a field is asked with: values written in the operation, and slots that each request fills from its variables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from graphql import FieldNode, GraphQLField, get_argument_values
from graphql.execution.values import VariableValues

from korpu_chassis.identity.access_tokens import Principal

SMALL = range(101)
Bind = Callable[[Any, str], str]
"""Makes a value a parameter of a statement, and answers how SQL names it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the request's variables; `sample` is what stood there when the plan was made."""

    path: tuple[str | int, ...]
    sample: Any


@dataclass(frozen=True, slots=True)
class Caller:
    """A value of whoever asks: units, person."""

    name: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A value made out of another one; the function refuses what it cannot read."""

    value: Any
    by: Callable[[Any], Any]


def known(value: Any) -> Any:
    """The value by which a plan may be shaped: what `shape` tells of it is the same in each of the plan's requests."""
    if isinstance(value, Slot):
        return value.sample
    return [known(each) for each in value] if isinstance(value, list) else value


def filled(value: Any, variables: Mapping[str, Any], principal: Principal) -> Any:
    """The value for this request and this caller."""
    match value:
        case Slot():
            held: Any = variables
            for step in value.path:
                held = held[step]
            return held
        case Caller():
            held = getattr(principal, value.name)
            return sorted(held) if isinstance(held, frozenset) else held
        case Derived():
            return value.by(filled(value.value, variables, principal))
        case list():
            return [filled(each, variables, principal) for each in value]
    return value


def items(value: Any) -> list[Any]:
    """The members of a list, each with a slot of its own."""
    if isinstance(value, Slot):
        return [Slot((*value.path, place), each) for place, each in enumerate(value.sample)]
    return list(value)


def shape(value: Any) -> Any:
    """What a plan depends on in a value: which keys, how many, which words and small numbers; not the texts."""
    if value is None or isinstance(value, bool | Enum):
        return value
    if isinstance(value, str):
        return value.partition(":")[0] if ":" in value[:32] else "text"
    if isinstance(value, dict):
        return tuple((name, shape(each)) for name, each in value.items())
    if isinstance(value, list):
        return tuple(shape(each) for each in value)
    return value if isinstance(value, int) and value in SMALL else type(value).__name__


def slots(value: Any, path: tuple[str | int, ...] = ()) -> Any:
    """The variables with a slot in place of everything that `shape` does not fix."""
    if isinstance(value, dict):
        return {name: slots(each, (*path, name)) for name, each in value.items()}
    return value if value is None or isinstance(value, bool | Enum) else Slot(path, value)


def arguments(field: GraphQLField, node: FieldNode, variables: VariableValues | dict[str, Any]) -> dict[str, Any]:
    """The arguments of a field by their GraphQL names, defaults included; None for those that are not given."""
    held = variables if isinstance(variables, VariableValues) else VariableValues({}, variables)
    return dict.fromkeys(field.args) | get_argument_values(field, node, held)


def spelled(value: Any) -> Any:
    """The value as the documents spell it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return [spelled(each) for each in value]
    return value.value if isinstance(value, Enum) else value
