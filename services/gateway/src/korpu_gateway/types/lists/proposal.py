"""How lists of proposals are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import (
    Direction,
    about,
    among_subjects,
    at_least,
    exactly,
    matching,
    since,
    until,
    within,
)
from korpu_gateway.types.words.proposal import ProposalStatus, ProposalTheme


@words
class ProposalOrderKey(Enum):
    """What proposals are ordered by."""

    TITLE = "sort"
    CODE = "code"
    SUBMITTED_ON = "submitted_on"
    DUE = "due"
    SUPPORTERS = "support"
    CHANGED = "changed"


@strawberry.input
class ProposalFilter:
    """Which proposals."""

    search: str | None = matching()
    status: list[ProposalStatus] | None = within("status")
    theme: list[ProposalTheme] | None = within("theme")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    proposer: strawberry.ID | None = about("proposer_id", "person")
    responsible: list[str] | None = among_subjects("responsible")
    merged_into: strawberry.ID | None = about("merged_into", "proposal")
    overdue: bool | None = exactly("overdue")
    supporters_at_least: int | None = at_least("supporters")
    submitted_since: date | None = since("submitted_on")
    submitted_until: date | None = until("submitted_on")
    due_since: date | None = since("due")
    due_until: date | None = until("due")


@strawberry.input
class ProposalOrder:
    """In which order proposals come."""

    by: ProposalOrderKey
    direction: Direction = Direction.ASC
