"""`ReviseLearningAgreement`: write the content anew; once anybody has signed or rejected, as the next version."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.lifecycle import LIVING, Status
from korpu_mobility.learning_agreements.facts import LearningAgreementRevised
from korpu_mobility.learning_agreements.inputs import Changes as ChangesWithReasons
from korpu_mobility.learning_agreements.inputs import Components, Language, Level
from korpu_mobility.learning_agreements.policies.stay import require_open_stay
from korpu_mobility.learning_agreements.policies.writing import write_version
from korpu_mobility.learning_agreements.refusals.changes import ReasonDoesNotFit, ReasonMissing
from korpu_mobility.learning_agreements.refusals.content import ComponentTwice, StayNotOpen, Unchanged, VersionsFull
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import DESK, THE_PERSON


class ReviseLearningAgreement(Changes):
    """The whole content as it is to be; all three sign it anew, and earlier versions stay as they were."""

    components: Components
    changes: ChangesWithReasons = ()
    language: Language = None
    language_level: Level = None


@learning_agreements.changes(
    who=(*DESK, THE_PERSON),
    when=(*LIVING, Status.WITHDRAWN),
    to=[Status.DRAFT],
    emits=[LearningAgreementRevised],
    refuses=[StayNotOpen, ComponentTwice, Unchanged, VersionsFull, ReasonMissing, ReasonDoesNotFit],
)
async def revise_learning_agreement(
    agreement: LearningAgreement, command: ReviseLearningAgreement, uow: UnitOfWork
) -> None:
    """Write the content anew; once anybody has signed or rejected, as the next version."""
    await require_open_stay(agreement.mobility_id, uow)
    write_version(agreement, command.components, command.language, command.language_level, uow, command.changes)
    await uow.emit(agreement, LearningAgreementRevised(number=agreement.number))
