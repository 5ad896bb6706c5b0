"""`ReopenAgreement`: take up an abandoned agreement again, as a draft."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.facts import AgreementRenewalBegun, AgreementReopened
from korpu_partners.agreements.policies.parties import require_open_partners
from korpu_partners.agreements.policies.succession import resume_renewal
from korpu_partners.agreements.refusals.obligations import PartnerClosed, PartnerUnknown
from korpu_partners.agreements.refusals.renewals import HasSuccessor
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class ReopenAgreement(Changes):
    """Why it shall be agreed after all; the reason is shown to those concerned."""

    reason: Text


@agreements.changes(
    who=DEPARTMENT,
    when=[Status.ABANDONED],
    to=[Status.DRAFT],
    emits=[AgreementReopened, AgreementRenewalBegun],
    refuses=[PartnerUnknown, PartnerClosed, HasSuccessor],
)
async def reopen_agreement(agreement: Agreement, command: ReopenAgreement, uow: UnitOfWork) -> None:
    """Take up an abandoned agreement again, as a draft: its terms stand, and all approve them anew."""
    await require_open_partners(agreement.partner_ids, uow)
    if agreement.review:
        agreement.former_terms = (*agreement.former_terms, agreement.version_of_terms(uow.today))
        agreement.terms_version += 1
    agreement.status, agreement.reason = Status.DRAFT, None
    agreement.review, agreement.approved_on = None, None
    await uow.emit(agreement, AgreementReopened(reason=command.reason))
    await resume_renewal(agreement, uow)
