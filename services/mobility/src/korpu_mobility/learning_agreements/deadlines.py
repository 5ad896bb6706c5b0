"""What the clock says of learning agreements: a host that does not decide, or sends no transcript, is told of."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.facts import (
    LearningAgreementDecisionOverdue,
    LearningAgreementTranscriptOverdue,
)
from korpu_mobility.learning_agreements.tables import LearningAgreement


@learning_agreements.due("decision-overdue", emits=[LearningAgreementDecisionOverdue])
async def decision_overdue(agreement: LearningAgreement, _: Deadline, uow: UnitOfWork) -> None:
    """The receiver has neither signed nor rejected in time: the office asks."""
    assert agreement.decision_due  # noqa: S101 -- without a due day nothing is late
    agreement.overdue = True
    await uow.emit(agreement, LearningAgreementDecisionOverdue(due=agreement.decision_due))


@learning_agreements.due("transcript-overdue", emits=[LearningAgreementTranscriptOverdue])
async def transcript_overdue(agreement: LearningAgreement, _: Deadline, uow: UnitOfWork) -> None:
    """The host has sent no transcript in time: the office asks."""
    assert agreement.transcript_due  # noqa: S101 -- without a due day nothing is late
    agreement.overdue = True
    await uow.emit(agreement, LearningAgreementTranscriptOverdue(due=agreement.transcript_due))
