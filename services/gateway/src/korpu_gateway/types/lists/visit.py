"""How lists of visits are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, among_ids, exactly, matching, since, until, within
from korpu_gateway.types.words.visit import VisitDirection, VisitStatus


@words
class VisitOrderKey(Enum):
    """What visits are ordered by."""

    TITLE = "sort"
    CODE = "code"
    STARTS = "starts"
    CHANGED = "changed"


@strawberry.input
class VisitFilter:
    """Which visits."""

    search: str | None = matching()
    status: list[VisitStatus] | None = within("status")
    direction: list[VisitDirection] | None = within("direction")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    overdue: bool | None = exactly("overdue")
    led_to_something: bool | None = exactly("led_to_something")
    organisation: strawberry.ID | None = among_ids("organisation_ids", "organisation", merged=True)
    starts_since: date | None = since("starts")
    starts_until: date | None = until("starts")


@strawberry.input
class VisitOrder:
    """In which order visits come."""

    by: VisitOrderKey
    direction: Direction = Direction.ASC
