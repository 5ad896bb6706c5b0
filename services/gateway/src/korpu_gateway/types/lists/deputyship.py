"""How lists of deputyships are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, among_subjects, matching, since, until, within
from korpu_gateway.types.words.deputyship import DeputyshipStatus


@words
class DeputyshipOrderKey(Enum):
    """What deputyships are ordered by."""

    FIRST_DAY = "first_day"
    CODE = "code"
    CHANGED = "changed"


@strawberry.input
class DeputyshipFilter:
    """Which deputyships."""

    search: str | None = matching()
    status: list[DeputyshipStatus] | None = within("status")
    head: list[str] | None = among_subjects("head")
    deputy: list[str] | None = among_subjects("deputy")
    last_day_since: date | None = since("last_day")
    first_day_until: date | None = until("first_day")


@strawberry.input
class DeputyshipOrder:
    """In which order deputyships come."""

    by: DeputyshipOrderKey
    direction: Direction = Direction.ASC
