"""A learning agreement as messages carry it; levels, comments and mailboxes stay here."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.validation.codes import AcademicYear
from korpu_mobility.learning_agreements.domain.lifecycle import Party, Status
from korpu_mobility.learning_agreements.parts import PublishedVersion


class LearningAgreementState(State):
    """The public state of a learning agreement; it names the person by id only."""

    status: Status
    mobility_id: UUID
    person_id: UUID
    direction: str
    sender_id: UUID | None
    receiver_id: UUID | None
    academic_year: AcademicYear
    number: int
    hash: str
    waits_for: Party | None
    agreed: int | None
    host_ects: Decimal
    home_ects: Decimal
    ects_difference: Decimal
    decision_due: date | None
    transcript_due: date | None
    overdue: bool
    transcribed_on: date | None
    earned_ects: Decimal | None
    recognised_on: date | None
    recognised_ects: Decimal | None
    versions: tuple[PublishedVersion, ...]
