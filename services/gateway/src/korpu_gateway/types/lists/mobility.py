"""How lists of mobilities are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_numbers, matching, since, until, within
from korpu_gateway.types.words.mobility import Audience, Funding, MobilityDirection, MobilityRisk, MobilityStatus


@words
class MobilityOrderKey(Enum):
    """What mobilities are ordered by."""

    CODE = "code"
    ACADEMIC_YEAR = "academic_year"
    PLANNED_FROM = "planned_from"
    CHANGED = "changed"


@strawberry.input
class MobilityFilter:
    """Which mobilities."""

    search: str | None = matching()
    status: list[MobilityStatus] | None = within("status")
    direction: list[MobilityDirection] | None = within("direction")
    audience: list[Audience] | None = within("audience")
    academic_year: list[str] | None = within("academic_year")
    unit: list[str] | None = within("unit")
    risk: list[MobilityRisk] | None = within("risk")
    code: list[str] | None = within("code")
    agreement: strawberry.ID | None = about("agreement_id", "agreement")
    person: strawberry.ID | None = about("person_id", "person")
    planned_since: date | None = since("planned_from")
    planned_until: date | None = until("planned_from")
    began_since: date | None = since("actual_from")
    began_until: date | None = until("actual_from")
    level: list[int] | None = among_numbers("level")
    field: list[str] | None = within("field")
    funding: list[Funding] | None = within("funding")


@strawberry.input
class MobilityOrder:
    """In which order mobilities come."""

    by: MobilityOrderKey
    direction: Direction = Direction.ASC
