"""How lists of selections are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, matching, until, within
from korpu_gateway.types.words.application import SelectionStatus


@words
class SelectionOrderKey(Enum):
    """What selections are ordered by."""

    CODE = "code"
    SCORE_BY = "score_by"
    CHANGED = "changed"


@strawberry.input
class SelectionFilter:
    """Which selections."""

    search: str | None = matching()
    status: list[SelectionStatus] | None = within("status")
    code: list[str] | None = within("code")
    opportunity: strawberry.ID | None = about("opportunity_id", "opportunity")
    score_by: date | None = until("score_by")


@strawberry.input
class SelectionOrder:
    """In which order selections come."""

    by: SelectionOrderKey
    direction: Direction = Direction.ASC
