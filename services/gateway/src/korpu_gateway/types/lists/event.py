"""How lists of events are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, among_ids, exactly, matching, since, until, within
from korpu_gateway.types.words.event import EventKind, EventStatus, EventVisibility


@words
class EventOrderKey(Enum):
    """What events are ordered by."""

    TITLE = "sort"
    CODE = "code"
    STARTS = "starts"
    CHANGED = "changed"


@strawberry.input
class EventFilter:
    """Which events."""

    search: str | None = matching()
    status: list[EventStatus] | None = within("status")
    kind: list[EventKind] | None = within("kind")
    visibility: list[EventVisibility] | None = within("visibility")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    overdue: bool | None = exactly("overdue")
    organisation: strawberry.ID | None = among_ids("organisation_ids", "organisation", merged=True)
    starts_since: date | None = since("starts_on")
    starts_until: date | None = until("starts_on")


@strawberry.input
class EventOrder:
    """In which order events come."""

    by: EventOrderKey
    direction: Direction = Direction.ASC
