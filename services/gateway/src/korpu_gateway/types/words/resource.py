"""Words of rooms and cars."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class ResourceKind(Enum):
    """Whether it is a room or a car."""

    ROOM = "room"
    CAR = "car"


@words
class ResourceStatus(Enum):
    """Whether a room or a car may be booked."""

    ACTIVE = "active"
    RETIRED = "retired"
