"""`WithdrawLearningAgreement`: take it back, before all three have signed a version."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.lifecycle import LIVING, OPEN, Status, require_not_signed_by_all
from korpu_mobility.learning_agreements.facts import LearningAgreementWithdrawn
from korpu_mobility.learning_agreements.refusals.signing import SignedByAll
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import DESK, THE_PERSON


class WithdrawLearningAgreement(Changes):
    """Nothing is agreed; a later version can take it up again."""

    reason: Annotated[Text, Personal, Field(max_length=1000)]


@learning_agreements.changes(
    who=(*DESK, THE_PERSON),
    when=LIVING,
    to=dict.fromkeys(OPEN, (Status.WITHDRAWN,)),
    emits=[LearningAgreementWithdrawn],
    refuses=[SignedByAll],
)
async def withdraw_learning_agreement(
    agreement: LearningAgreement, command: WithdrawLearningAgreement, uow: UnitOfWork
) -> None:
    """Take it back, before all three have signed a version."""
    require_not_signed_by_all(agreement.agreed)
    agreement.status, agreement.reason = Status.WITHDRAWN, command.reason
    uow.why = None
    await uow.emit(agreement, LearningAgreementWithdrawn())
