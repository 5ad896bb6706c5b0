"""How lists of rooms and cars are filtered and ordered."""

from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, at_least, matching, within
from korpu_gateway.types.words.resource import ResourceKind, ResourceStatus


@words
class ResourceOrderKey(Enum):
    """What rooms and cars are ordered by."""

    NAME = "sort"
    CODE = "code"
    CHANGED = "changed"


@strawberry.input
class ResourceFilter:
    """Which rooms and cars."""

    search: str | None = matching()
    status: list[ResourceStatus] | None = within("status")
    kind: list[ResourceKind] | None = within("kind")
    capacity: int | None = at_least("capacity")


@strawberry.input
class ResourceOrder:
    """In which order rooms and cars come."""

    by: ResourceOrderKey
    direction: Direction = Direction.ASC
