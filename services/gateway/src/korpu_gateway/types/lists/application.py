"""How lists of applications are filtered and ordered."""

from datetime import date
from enum import Enum
from typing import Any

import strawberry

from korpu_gateway.reads.arguments import Bind, Derived, spelled
from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_ids, kept_by, matching, until, within
from korpu_gateway.types.words.application import ApplicationStatus


@words
class ApplicationOrderKey(Enum):
    """What applications are ordered by."""

    CODE = "code"
    SUBMITTED = "submitted_at"
    REPAIR_UNTIL = "repair_until"
    OFFER_UNTIL = "offer_until"
    CHANGED = "changed"


def _submitted(compared: str) -> Any:
    """Submitted on that day in Baku, or on the side of it that is asked for."""

    def kept(row: str, day: Any, bind: Bind) -> str:
        on = f"(({row}.doc->>'submitted_at')::timestamptz AT TIME ZONE 'Asia/Baku')::date"
        return f"{on} {compared} ({bind(Derived(day, spelled), 'text')})::date"

    return kept


@strawberry.input
class ApplicationFilter:
    """Which applications."""

    search: str | None = matching()
    status: list[ApplicationStatus] | None = within("status")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    person: strawberry.ID | None = about("person_id", "person")
    opportunity: strawberry.ID | None = about("opportunity_id", "opportunity")
    scorer: strawberry.ID | None = among_ids("scorer_ids", "person")
    mobility: strawberry.ID | None = about("mobility_id", "mobility")
    submitted_since: date | None = kept_by("submitted_at", _submitted(">="), "This day or later.")
    submitted_until: date | None = kept_by("submitted_at", _submitted("<="), "This day or earlier.")
    repair_until: date | None = until("repair_until")
    offer_until: date | None = until("offer_until")


@strawberry.input
class ApplicationOrder:
    """In which order applications come."""

    by: ApplicationOrderKey
    direction: Direction = Direction.ASC
