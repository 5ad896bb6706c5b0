"""`SignLearningAgreement`: sign what one is going to study."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.lifecycle import Party, Status
from korpu_mobility.learning_agreements.facts import LearningAgreementSigned
from korpu_mobility.learning_agreements.inputs import Seen
from korpu_mobility.learning_agreements.policies.signing import sign
from korpu_mobility.learning_agreements.refusals.content import NothingPlanned, StayNotOpen
from korpu_mobility.learning_agreements.refusals.signing import OtherVersion
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import THE_PERSON


class SignLearningAgreement(Changes):
    """The person's own signature, the first of three."""

    hash: Seen


@learning_agreements.changes(
    who=[THE_PERSON],
    when=[Status.DRAFT],
    to=[Status.SIGNED_BY_PERSON],
    emits=[LearningAgreementSigned],
    refuses=[OtherVersion, StayNotOpen, NothingPlanned],
)
async def sign_learning_agreement(
    agreement: LearningAgreement, command: SignLearningAgreement, uow: UnitOfWork
) -> None:
    """Sign what one is going to study."""
    await sign(agreement, Party.PERSON, command.hash, uow)
