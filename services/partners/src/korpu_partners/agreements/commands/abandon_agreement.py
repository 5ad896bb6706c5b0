"""`AbandonAgreement`: give up an agreement that was not signed; it stays readable with its reason."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import UNSIGNED, Status
from korpu_partners.agreements.facts import AgreementAbandoned, AgreementRenewalDropped
from korpu_partners.agreements.policies.succession import drop_renewal
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class AbandonAgreement(Changes):
    """Why it will not be agreed; the reason is shown to those concerned."""

    reason: Text


@agreements.changes(
    who=DEPARTMENT, when=UNSIGNED, to=[Status.ABANDONED], emits=[AgreementAbandoned, AgreementRenewalDropped]
)
async def abandon_agreement(agreement: Agreement, command: AbandonAgreement, uow: UnitOfWork) -> None:
    """Give up an agreement that was not signed; it stays readable with its reason."""
    agreement.status, agreement.reason = Status.ABANDONED, command.reason
    await uow.emit(agreement, AgreementAbandoned(reason=command.reason))
    await drop_renewal(agreement, uow)
