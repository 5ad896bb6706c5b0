"""How lists of imports are filtered and ordered."""

from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, matching, within
from korpu_gateway.types.words.register_import import RegisterImportStatus, RegisterKind


@words
class RegisterImportOrderKey(Enum):
    """What imports are ordered by."""

    FILE = "sort"
    CODE = "code"
    CHANGED = "changed"


@strawberry.input
class RegisterImportFilter:
    """Which imports."""

    search: str | None = matching()
    status: list[RegisterImportStatus] | None = within("status")
    kind: list[RegisterKind] | None = within("kind")


@strawberry.input
class RegisterImportOrder:
    """In which order imports come."""

    by: RegisterImportOrderKey
    direction: Direction = Direction.ASC
