"""The definition of learning agreements: their topic, who may read them, and what is held before one."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.deadlines import Deadline
from korpu_mobility.learning_agreements.domain.lifecycle import LIVING, Status
from korpu_mobility.learning_agreements.facts import (
    LearningAgreementCancelled,
    LearningAgreementResumed,
    LearningAgreementTranscriptDue,
    LearningAgreementYearCorrected,
)
from korpu_mobility.learning_agreements.refusals.content import OnePerStay
from korpu_mobility.learning_agreements.state import LearningAgreementState
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.learning_agreements.tasks import tasks_of
from korpu_mobility.mobilities.interface import holding_stay
from korpu_mobility.permissions import AUDITOR, DESK, RECTORATE, THE_PERSON


def deadlines_of(agreement: LearningAgreement) -> Sequence[Deadline]:
    """The receiver decides, and the host sends its transcript, by a day; both are told of once when it has passed."""
    wanted = []
    if agreement.status == Status.SIGNED_BY_SENDER and agreement.decision_due:
        wanted.append(Deadline(end_of_day(agreement.decision_due), "decision-overdue"))
    if agreement.transcript_due and not agreement.transcript:
        wanted.append(Deadline(end_of_day(agreement.transcript_due), "transcript-overdue"))
    return wanted


def stay_of(agreement_id: UUID) -> Executable:
    """Take the stay first: who cancels it takes the stay, then its agreement."""
    stay = select(col(LearningAgreement.mobility_id)).where(col(LearningAgreement.id) == agreement_id)
    return holding_stay(stay.scalar_subquery())


learning_agreements = AggregateDefinition(
    LearningAgreement,
    state=LearningAgreementState,
    topic="mobility.learning-agreements.v1",
    readers=(*DESK, AUDITOR, RECTORATE, THE_PERSON),
    unique={"learning_agreement_one_per_stay": OnePerStay},
    unasked={**dict.fromkeys(LIVING, (Status.CANCELLED,)), Status.CANCELLED: LIVING},
    deadlines=deadlines_of,
    after=stay_of,
    tasks=tasks_of,
)
learning_agreements.also_emits(
    LearningAgreementCancelled,
    LearningAgreementResumed,
    LearningAgreementYearCorrected,
    LearningAgreementTranscriptDue,
)
