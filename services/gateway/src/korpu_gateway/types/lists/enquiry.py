"""How lists of enquiries are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import (
    Direction,
    about,
    among_subjects,
    exactly,
    matching,
    since,
    until,
    within,
)
from korpu_gateway.types.words.enquiry import EnquiryCause, EnquiryChannel, EnquiryStatus, EnquiryTopic


@words
class EnquiryOrderKey(Enum):
    """What enquiries are ordered by."""

    CODE = "code"
    ASKED_ON = "asked_on"
    DUE = "due"
    CHANGED = "changed"


@strawberry.input
class EnquiryFilter:
    """Which enquiries."""

    search: str | None = matching()
    status: list[EnquiryStatus] | None = within("status")
    topic: list[EnquiryTopic] | None = within("topic")
    channel: list[EnquiryChannel] | None = within("channel")
    language: list[str] | None = within("language")
    cause: list[EnquiryCause] | None = within("cause")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    assignee: list[str] | None = among_subjects("assignee")
    overdue: bool | None = exactly("overdue")
    in_time: bool | None = exactly("in_time")
    person: strawberry.ID | None = about("person_id", "person")
    opportunity: strawberry.ID | None = about("opportunity_id", "opportunity")
    organisation: strawberry.ID | None = about("organisation_id", "organisation", merged=True)
    asked_since: date | None = since("asked_on")
    asked_until: date | None = until("asked_on")
    due_since: date | None = since("due")
    due_until: date | None = until("due")


@strawberry.input
class EnquiryOrder:
    """In which order enquiries come."""

    by: EnquiryOrderKey
    direction: Direction = Direction.ASC
