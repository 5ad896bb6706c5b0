"""How lists of learning agreements are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, exactly, matching, until, within
from korpu_gateway.types.words.learning_agreement import LearningAgreementStatus, LearningParty
from korpu_gateway.types.words.mobility import MobilityDirection


@words
class LearningAgreementOrderKey(Enum):
    """What learning agreements are ordered by."""

    CODE = "code"
    ACADEMIC_YEAR = "academic_year"
    DECISION_DUE = "decision_due"
    TRANSCRIPT_DUE = "transcript_due"
    CHANGED = "changed"


@strawberry.input
class LearningAgreementFilter:
    """Which learning agreements."""

    search: str | None = matching()
    status: list[LearningAgreementStatus] | None = within("status")
    direction: list[MobilityDirection] | None = within("direction")
    waits_for: list[LearningParty] | None = within("waits_for")
    academic_year: list[str] | None = within("academic_year")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    mobility: strawberry.ID | None = about("mobility_id", "mobility")
    person: strawberry.ID | None = about("person_id", "person")
    sender: strawberry.ID | None = about("sender_id", "organisation", merged=True)
    overdue: bool | None = exactly("overdue")
    decision_due_until: date | None = until("decision_due")
    transcript_due_until: date | None = until("transcript_due")
    receiver: strawberry.ID | None = about("receiver_id", "organisation", merged=True)


@strawberry.input
class LearningAgreementOrder:
    """In which order learning agreements come."""

    by: LearningAgreementOrderKey
    direction: Direction = Direction.ASC
