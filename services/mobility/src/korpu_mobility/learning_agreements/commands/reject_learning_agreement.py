"""`RejectLearningAgreement`: say no for our university, with a comment that the next version answers."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.lifecycle import COUNTERSIGNED, Status
from korpu_mobility.learning_agreements.facts import LearningAgreementRejected
from korpu_mobility.learning_agreements.inputs import Comment, Seen
from korpu_mobility.learning_agreements.policies.signing import reject, require_not_own
from korpu_mobility.learning_agreements.refusals.content import StayNotOpen
from korpu_mobility.learning_agreements.refusals.signing import NotYourTurn, OtherVersion, OwnAgreement
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import DESK


class RejectLearningAgreement(Changes):
    """Not so; the comment says how."""

    hash: Seen
    comment: Comment


@learning_agreements.changes(
    who=DESK,
    when=list(COUNTERSIGNED),
    to=[Status.REJECTED],
    emits=[LearningAgreementRejected],
    refuses=[OwnAgreement, OtherVersion, NotYourTurn, StayNotOpen],
    in_turn=NotYourTurn,
)
async def reject_learning_agreement(
    agreement: LearningAgreement, command: RejectLearningAgreement, uow: UnitOfWork
) -> None:
    """Say no for our university, with a comment that the next version answers."""
    require_not_own(agreement, uow)
    await reject(agreement, agreement.ours, command.hash, command.comment, uow)
