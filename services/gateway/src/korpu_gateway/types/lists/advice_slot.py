"""How lists of appointments are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_subjects, matching, since, until, within
from korpu_gateway.types.words.advice_slot import AdviceSlotStatus
from korpu_gateway.types.words.enquiry import EnquiryTopic


@words
class AdviceSlotOrderKey(Enum):
    """What appointments are ordered by."""

    STARTS_AT = "starts_at"
    CODE = "code"
    CHANGED = "changed"


@strawberry.input
class AdviceSlotFilter:
    """Which appointments."""

    search: str | None = matching()
    status: list[AdviceSlotStatus] | None = within("status")
    topic: list[EnquiryTopic] | None = within("topic")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    advisor: list[str] | None = among_subjects("advisor")
    person: strawberry.ID | None = about("person_id", "person")
    day_since: date | None = since("day")
    day_until: date | None = until("day")


@strawberry.input
class AdviceSlotOrder:
    """In which order appointments come."""

    by: AdviceSlotOrderKey
    direction: Direction = Direction.ASC
