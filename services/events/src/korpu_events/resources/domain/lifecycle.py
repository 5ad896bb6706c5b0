"""The life of a room or a car on the list: active, retired, and back."""

from enum import StrEnum


class ResourceKind(StrEnum):
    """What it is."""

    ROOM = "room"
    CAR = "car"


class ResourceStatus(StrEnum):
    """Whether it may be booked."""

    ACTIVE = "active"
    RETIRED = "retired"
