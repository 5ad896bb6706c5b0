"""`ApproveAgreement`: approve the terms for an office of the university; nobody approves what they wrote."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.domain.reviews import Approval
from korpu_partners.agreements.domain.routes import Step
from korpu_partners.agreements.facts import AgreementApprovalGiven, AgreementApproved
from korpu_partners.agreements.policies.approval import OURS, Read, give_approval, require_office_of_step
from korpu_partners.agreements.refusals.reviews import ApproverIsAuthor, NotItsTurn, NotYourStep, TermsMoved
from korpu_partners.agreements.tables import Agreement


class ApproveAgreement(Changes):
    """One office's yes to the terms that it has read."""

    step: Annotated[Step, Field(description="The caller's office.")]
    terms_version: Read
    remark: Text | None = None


@agreements.changes(
    who=OURS,
    when=[Status.IN_REVIEW],
    to=[Status.IN_REVIEW, Status.APPROVED],
    emits=[AgreementApprovalGiven, AgreementApproved],
    refuses=[ApproverIsAuthor, NotYourStep, NotItsTurn, TermsMoved],
    in_turn=NotItsTurn,
    barred={"author": ApproverIsAuthor, "terms_author": ApproverIsAuthor},
)
async def approve_agreement(agreement: Agreement, command: ApproveAgreement, uow: UnitOfWork) -> None:
    """Approve the terms for an office of the university; nobody approves what they wrote."""
    if command.step is Step.PARTNER:
        raise NotYourStep("step", step=command.step.value)
    require_office_of_step(command.step, agreement, uow)
    approval = Approval(
        by=command.step,
        terms_version=command.terms_version,
        terms_hash=agreement.terms_hash,
        on=uow.today,
        subject=uow.principal.subject,
        remark=command.remark,
    )
    await give_approval(agreement, approval, uow)
