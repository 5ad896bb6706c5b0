"""`CountersignLearningAgreement`: sign for our university, which sends or receives."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.lifecycle import COUNTERSIGNED
from korpu_mobility.learning_agreements.facts import LearningAgreementAgreed, LearningAgreementSigned
from korpu_mobility.learning_agreements.inputs import Seen
from korpu_mobility.learning_agreements.policies.signing import require_not_own, sign
from korpu_mobility.learning_agreements.refusals.content import StayNotOpen
from korpu_mobility.learning_agreements.refusals.signing import NotYourTurn, OtherVersion, OwnAgreement
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import DESK


class CountersignLearningAgreement(Changes):
    """Second of who goes out, third of who comes in."""

    hash: Seen


@learning_agreements.changes(
    who=DESK,
    when=list(COUNTERSIGNED),
    to=COUNTERSIGNED,
    emits=[LearningAgreementSigned, LearningAgreementAgreed],
    refuses=[OwnAgreement, OtherVersion, NotYourTurn, StayNotOpen],
    in_turn=NotYourTurn,
)
async def countersign_learning_agreement(
    agreement: LearningAgreement, command: CountersignLearningAgreement, uow: UnitOfWork
) -> None:
    """Sign for our university, which sends or receives."""
    require_not_own(agreement, uow)
    await sign(agreement, agreement.ours, command.hash, uow)
