"""How lists of applications are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_ids, matching, until, within
from korpu_gateway.types.words.application import ApplicationStatus


@words
class ApplicationOrderKey(Enum):
    """What applications are ordered by."""

    CODE = "code"
    SUBMITTED = "submitted_at"
    REPAIR_UNTIL = "repair_until"
    OFFER_UNTIL = "offer_until"
    CHANGED = "changed"


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
    repair_until: date | None = until("repair_until")
    offer_until: date | None = until("offer_until")


@strawberry.input
class ApplicationOrder:
    """In which order applications come."""

    by: ApplicationOrderKey
    direction: Direction = Direction.ASC
