"""How lists of joint projects are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import (
    Direction,
    about,
    among_ids,
    among_subjects,
    exactly,
    matching,
    since,
    until,
    within,
)
from korpu_gateway.types.words.project import ProjectStatus


@words
class JointProjectOrderKey(Enum):
    """What joint projects are ordered by."""

    TITLE = "sort"
    CODE = "code"
    STARTS = "starts"
    ENDS = "ends"
    CHANGED = "changed"


@strawberry.input
class JointProjectFilter:
    """Which joint projects."""

    search: str | None = matching()
    status: list[ProjectStatus] | None = within("status")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    organisation: strawberry.ID | None = among_ids("partner_ids", "organisation", merged=True)
    agreement: strawberry.ID | None = about("agreement_id", "agreement")
    responsible: list[str] | None = among_subjects("responsible")
    overdue: bool | None = exactly("overdue")
    starts_since: date | None = since("starts")
    starts_until: date | None = until("starts")
    ends_since: date | None = since("ends")
    ends_until: date | None = until("ends")


@strawberry.input
class JointProjectOrder:
    """In which order joint projects come."""

    by: JointProjectOrderKey
    direction: Direction = Direction.ASC
