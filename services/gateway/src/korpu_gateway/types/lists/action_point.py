"""How lists of action points are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, matching, since, until, within
from korpu_gateway.types.words.action_point import ActionPointStatus, Priority


@words
class ActionPointOrderKey(Enum):
    """What action points are ordered by."""

    TITLE = "sort"
    CODE = "code"
    DUE = "due"
    CHANGED = "changed"


@strawberry.input
class ActionPointFilter:
    """Which action points."""

    search: str | None = matching()
    status: list[ActionPointStatus] | None = within("status")
    unit: list[str] | None = within("unit")
    priority: list[Priority] | None = within("priority")
    owner: strawberry.ID | None = about("owner_id", "person")
    due_since: date | None = since("due")
    due_until: date | None = until("due")


@strawberry.input
class ActionPointOrder:
    """In which order action points come."""

    by: ActionPointOrderKey
    direction: Direction = Direction.ASC
