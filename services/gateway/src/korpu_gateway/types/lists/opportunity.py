"""How lists of opportunities are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import (
    Direction,
    about,
    exactly,
    holding,
    matching,
    open_to,
    since,
    until,
    within,
)
from korpu_gateway.types.words.opportunity import (
    FundedThing,
    OpportunityAudience,
    OpportunityFunding,
    OpportunityKind,
    OpportunityStatus,
    SourceVerification,
)


@words
class OpportunityOrderKey(Enum):
    """What opportunities are ordered by."""

    TITLE = "sort"
    CODE = "code"
    DEADLINE = "last_day"
    CHANGED = "changed"


def _wider(field: str) -> list[str]:
    """The fields of study that this one lies in (ISCED-F 2013), itself included."""
    return [field, f"{field[:3]}0", f"{field[:2]}00"]


@strawberry.input
class OpportunityFilter:
    """Which opportunities."""

    search: str | None = matching()
    status: list[OpportunityStatus] | None = within("status")
    kind: list[OpportunityKind] | None = within("kind")
    audience: list[OpportunityAudience] | None = open_to("audience")
    level: list[int] | None = open_to("eqf")
    field: list[str] | None = open_to("isced", _wider)
    country: list[str] | None = holding("countries")
    funding: list[OpportunityFunding] | None = within("funding")
    covers: list[FundedThing] | None = holding("covers")
    nomination_needed: bool | None = exactly("nomination_needed")
    verification: list[SourceVerification] | None = within("verification")
    front_page: bool | None = exactly("front_page")
    academic_year: list[str] | None = within("academic_year")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    organisation: strawberry.ID | None = about("organisation_id", "organisation", merged=True)
    agreement: strawberry.ID | None = about("agreement_id", "agreement")
    letter: strawberry.ID | None = about("letter_id", "letter")
    last_day_since: date | None = since("last_day")
    last_day_until: date | None = until("last_day")


@strawberry.input
class OpportunityOrder:
    """In which order opportunities come."""

    by: OpportunityOrderKey
    direction: Direction = Direction.ASC
