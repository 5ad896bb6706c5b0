"""How lists of agreements are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, among_ids, matching, since, until, within
from korpu_gateway.types.words.agreement import AgreementStatus
from korpu_gateway.types.words.reviews import BallWith
from korpu_gateway.types.words.terms import AgreementKind


@words
class AgreementOrderKey(Enum):
    """What agreements are ordered by."""

    TITLE = "sort"
    CODE = "code"
    STARTS = "starts"
    ENDS = "ends"
    CHANGED = "changed"


@strawberry.input
class AgreementFilter:
    """Which agreements."""

    search: str | None = matching()
    status: list[AgreementStatus] | None = within("status")
    kind: list[AgreementKind] | None = within("kind")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    ball_with: list[BallWith] | None = within("ball_with")
    organisation: strawberry.ID | None = among_ids("organisation_ids", "organisation", merged=True)
    starts_since: date | None = since("starts")
    starts_until: date | None = until("starts")
    ends_since: date | None = since("ends")
    ends_until: date | None = until("ends")


@strawberry.input
class AgreementOrder:
    """In which order agreements come."""

    by: AgreementOrderKey
    direction: Direction = Direction.ASC
