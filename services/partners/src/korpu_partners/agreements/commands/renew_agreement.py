"""`RenewAgreement`: draft a successor with the same terms for the next period; what was signed stays as it is."""

from datetime import timedelta

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import RUNNING, Status
from korpu_partners.agreements.domain.renewal import same_length, successor_terms
from korpu_partners.agreements.domain.rules import require_valid_terms
from korpu_partners.agreements.facts import AgreementDrafted, AgreementRenewalBegun
from korpu_partners.agreements.policies.succession import succeeding
from korpu_partners.agreements.refusals.renewals import HasSuccessor, NothingToRenew
from korpu_partners.agreements.refusals.terms import TERMS_REFUSALS
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class RenewAgreement(Changes):
    """The next period; left out, it follows without a gap and is as long as the present one."""

    starts: Day | None = None
    ends: Day | None = None


@agreements.changes(
    who=DEPARTMENT,
    when=[*RUNNING, Status.SUSPENDED, Status.EXPIRED],
    emits=[AgreementDrafted, AgreementRenewalBegun],
    refuses=[HasSuccessor, NothingToRenew, *TERMS_REFUSALS],
)
async def renew_agreement(agreement: Agreement, command: RenewAgreement, uow: UnitOfWork) -> None:
    """Draft a successor with the same terms for the next period; what was signed stays as it is."""
    if agreement.successor_id:
        raise HasSuccessor
    began, ended = agreement.takes_effect, agreement.ends
    if began is None or ended is None:
        raise NothingToRenew
    starts = command.starts or ended + timedelta(days=1)
    terms = successor_terms(agreement.terms, began, starts, command.ends or same_length(began, ended, starts))
    require_valid_terms(terms)
    successor = await succeeding(agreement, terms, uow)
    await uow.emit(successor, AgreementDrafted())
    agreement.successor_id = successor.id
    await uow.emit(agreement, AgreementRenewalBegun(successor_id=successor.id))
