"""Signing and rejecting: whose turn it is, what was read, and what follows from the third signature."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.domain.content import require_complete
from korpu_mobility.learning_agreements.domain.lifecycle import Party, Status, require_turn, require_version
from korpu_mobility.learning_agreements.facts import (
    LearningAgreementAgreed,
    LearningAgreementRejected,
    LearningAgreementSigned,
)
from korpu_mobility.learning_agreements.policies.stay import require_open_stay
from korpu_mobility.learning_agreements.refusals.signing import OwnAgreement
from korpu_mobility.learning_agreements.rules import decision_due_after
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.mobilities.interface import agree_stay


async def sign(agreement: LearningAgreement, party: Party, seen: str, uow: UnitOfWork) -> None:
    """One party signs the version that it has read; with the third signature the stay is agreed."""
    require_version(agreement.hash, seen)
    require_turn(agreement.waits_for, party)
    await require_open_stay(agreement.mobility_id, uow)
    require_complete(agreement.current.components)
    agreement.is_signed_by(party, uow.today)
    due = decision_due_after(uow.today) if agreement.status == Status.SIGNED_BY_SENDER else None
    agreement.waits_until(due)
    if agreement.status != Status.SIGNED:
        await uow.emit(agreement, LearningAgreementSigned(by=party, number=agreement.number))
        return
    await uow.emit(agreement, LearningAgreementAgreed(number=agreement.number))
    await agree_stay(agreement.mobility_id, uow)


async def reject(agreement: LearningAgreement, party: Party, seen: str, comment: str, uow: UnitOfWork) -> None:
    """One party says no to the version that it has read; the comment asks for the next one."""
    require_version(agreement.hash, seen)
    require_turn(agreement.waits_for, party)
    await require_open_stay(agreement.mobility_id, uow)
    agreement.is_rejected_by(party, uow.today, comment)
    agreement.waits_until(None)
    await uow.emit(agreement, LearningAgreementRejected(by=party, number=agreement.number))


def require_not_own(agreement: LearningAgreement, uow: UnitOfWork) -> None:
    """Whoever studies does not decide for the university as well."""
    if uow.principal.person_id == agreement.person_id:
        raise OwnAgreement
