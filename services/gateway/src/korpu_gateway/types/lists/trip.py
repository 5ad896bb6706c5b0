"""How lists of trips are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_ids, exactly, holding, matching, since, until, within
from korpu_gateway.types.words.trip import TravellerLevel, TravelRisk, TripPurpose, TripStatus


@words
class TripOrderKey(Enum):
    """What trips are ordered by."""

    CODE = "code"
    STARTS = "starts"
    ENDS = "ends"
    REPORT_DUE = "report_due"
    CHANGED = "changed"


@strawberry.input
class TripFilter:
    """Which trips."""

    search: str | None = matching()
    status: list[TripStatus] | None = within("status")
    purpose_kind: list[TripPurpose] | None = within("purpose_kind")
    level: list[TravellerLevel] | None = within("level")
    risk: list[TravelRisk] | None = within("risk")
    country: list[str] | None = holding("countries")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    person: strawberry.ID | None = about("person_id", "person")
    companion: strawberry.ID | None = among_ids("companion_ids", "person")
    organisation: strawberry.ID | None = about("organisation_id", "organisation", merged=True)
    agreement: strawberry.ID | None = about("agreement_id", "agreement")
    visit: strawberry.ID | None = about("visit_id", "visit")
    project: strawberry.ID | None = about("project_id", "joint_project")
    starts_since: date | None = since("starts")
    starts_until: date | None = until("starts")
    ends_since: date | None = since("ends")
    ends_until: date | None = until("ends")
    overdue: bool | None = exactly("overdue")
    report_due_until: date | None = until("report_due")


@strawberry.input
class TripOrder:
    """In which order trips come."""

    by: TripOrderKey
    direction: Direction = Direction.ASC
