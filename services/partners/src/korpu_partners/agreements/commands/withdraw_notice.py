"""`WithdrawNotice`: take back a notice of termination before it has taken effect."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.facts import AgreementTerminationWithdrawn
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS, require_evidence
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.refusals.ends import NoNotice
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import HEAD


class WithdrawNotice(Changes):
    """Why the agreement does not end early after all; the reason is shown to those concerned."""

    reason: Text
    document: Annotated[Evidence | None, Field(description="The paper in which both sides say so.")] = None


@agreements.changes(
    who=[HEAD], when=BINDING, emits=[AgreementTerminationWithdrawn], refuses=[NoNotice, *EVIDENCE_REFUSALS]
)
async def withdraw_notice(agreement: Agreement, command: WithdrawNotice, uow: UnitOfWork) -> None:
    """Take back a notice of termination before it has taken effect; the agreement goes on as it was signed."""
    if agreement.termination is None:
        raise NoNotice
    await require_evidence(agreement, command.document, "document", uow)
    effective, agreement.termination = agreement.termination.effective, None
    await uow.emit(agreement, AgreementTerminationWithdrawn(effective=effective, reason=command.reason))
