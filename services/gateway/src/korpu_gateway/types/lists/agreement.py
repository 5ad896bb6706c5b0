"""How lists of agreements are filtered and ordered."""

from datetime import date
from enum import Enum
from typing import Any

import strawberry

from korpu_gateway.reads.arguments import Bind, Derived, spelled
from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, among_ids, kept_by, matching, since, until, within
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


def _in_force(row: str, day: Any, bind: Bind) -> str:
    """In force on that day: begun, not over, and not suspended; one that was annulled never was in force."""
    on = bind(Derived(day, spelled), "text")
    suspended = f"{row}.doc->'suspension'"
    return (
        f"({row}.in_force_on <= {on} AND {row}.status <> 'annulled'"
        f" AND coalesce({row}.doc->>'expired_on', '9999') >= {on}"
        f" AND coalesce({row}.doc->>'terminated_on', '9999') > {on}"
        f" AND coalesce({row}.doc->>'renewed_on', '9999') > {on}"
        f" AND NOT coalesce({suspended}->>'since' <= {on} AND coalesce({suspended}->>'until', '9999') >= {on}, FALSE))"
    )


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
    signed_since: date | None = since("signed_on")
    signed_until: date | None = until("signed_on")
    in_force_on: date | None = kept_by("in_force_on", _in_force, "In force on this day, by the dates on record.")


@strawberry.input
class AgreementOrder:
    """In which order agreements come."""

    by: AgreementOrderKey
    direction: Direction = Direction.ASC
