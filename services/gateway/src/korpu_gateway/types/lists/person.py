"""How lists of people are filtered and ordered."""

from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, matching, within
from korpu_gateway.types.words.person import PersonStatus


@words
class PersonOrderKey(Enum):
    """What people are ordered by; never by their names, which are not here."""

    CODE = "code"
    CHANGED = "changed"


@strawberry.input
class PersonFilter:
    """Which people."""

    search: str | None = matching()
    status: list[PersonStatus] | None = within("status")
    unit: list[str] | None = within("unit")


@strawberry.input
class PersonOrder:
    """In which order people come."""

    by: PersonOrderKey
    direction: Direction = Direction.ASC
