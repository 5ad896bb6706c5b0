"""How a type of the portal's language is declared: an aggregate with its kind, or a part of one."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar, dataclass_transform

import strawberry

from korpu_gateway.readmodel.columns import WORDS, Column
from korpu_gateway.reads.fields import ReadField
from korpu_gateway.reads.kinds import ENUMS, KINDS, TYPES, Kind, Prepared
from korpu_gateway.reads.permissions import Rows

T = TypeVar("T", bound=type)
E = TypeVar("E", bound=type[Enum])


def snake(name: str) -> str:
    """`ActionPoint` is `action_point`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


@dataclass_transform(kw_only_default=True, field_specifiers=(ReadField,))
def part(cls: T) -> T:
    """A piece of a thing."""
    TYPES[cls.__name__] = strawberry.type(cls, description=cls.__doc__)
    return cls


def words(cls: E) -> E:
    """Words that a field may hold; the documents spell them in small letters."""
    ENUMS.append(cls)
    return strawberry.enum(cls, description=cls.__doc__)


def aggregate(  # noqa: PLR0913 -- every word of a declaration is named
    *,
    topic: str | Mapping[str, tuple[str, ...]],
    plural: str,
    listed: str,
    readers: Mapping[frozenset[str], Rows],
    columns: tuple[Column, ...] = (),
    prepared: Prepared,
    filter: type,
    order: type,
    came_of: tuple[str, ...] = (),
    led_to: tuple[str, ...] = (),
) -> Any:
    """A thing of the office: which topic tells of it, what its list is called, who reads which, and how it is found.

    Several owners may keep it, each for the words of its `kind` that stand by its topic.
    """
    topics = {topic: ()} if isinstance(topic, str) else topic

    def declare(cls: T) -> T:
        name = snake(cls.__name__)
        cls.is_type_of = classmethod(lambda _, value, __: value[WORDS]["kind"] == name)  # type: ignore[attr-defined]
        shown = strawberry.type(cls, description=cls.__doc__)
        KINDS[name] = Kind(
            name, topics, plural, listed, shown, readers, prepared, filter, order, columns, came_of, led_to
        )
        TYPES[cls.__name__] = shown
        return cls

    return declare
