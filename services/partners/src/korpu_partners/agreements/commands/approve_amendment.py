"""`ApproveAmendment`: approve an amendment for an office of the university; nobody approves what they wrote."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.amendment_texts import Number
from korpu_partners.agreements.domain.amendments import the_open
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.domain.requirements import require_an_amendment
from korpu_partners.agreements.domain.reviews import Approval
from korpu_partners.agreements.domain.routes import Step
from korpu_partners.agreements.facts import AgreementAmendmentApprovalGiven, AgreementAmendmentApproved
from korpu_partners.agreements.policies.amendment_approval import give_approval
from korpu_partners.agreements.policies.approval import OURS, require_office_of_step
from korpu_partners.agreements.refusals.amendments import NoAmendment
from korpu_partners.agreements.refusals.reviews import ApproverIsAuthor, NotItsTurn, NotYourStep
from korpu_partners.agreements.tables import Agreement


class ApproveAmendment(Changes):
    """One office's yes to an amendment."""

    number: Number
    step: Annotated[Step, Field(description="The caller's office.")]
    remark: Text | None = None


@agreements.changes(
    who=OURS,
    when=BINDING,
    emits=[AgreementAmendmentApprovalGiven, AgreementAmendmentApproved],
    refuses=[NoAmendment, ApproverIsAuthor, NotYourStep, NotItsTurn],
    requires=[require_an_amendment],
    in_turn=NotItsTurn,
)
async def approve_amendment(agreement: Agreement, command: ApproveAmendment, uow: UnitOfWork) -> None:
    """Approve an amendment for an office of the university; nobody approves what they wrote."""
    amendment = the_open(agreement.amendments, command.number)
    if command.step is Step.PARTNER:
        raise NotYourStep("step", step=command.step.value)
    require_office_of_step(command.step, agreement, uow)
    if amendment.author == uow.principal.subject:
        raise ApproverIsAuthor
    approval = Approval(
        by=command.step,
        terms_version=amendment.review.terms_version,
        terms_hash=amendment.terms_hash,
        on=uow.today,
        subject=uow.principal.subject,
        remark=command.remark,
    )
    await give_approval(agreement, amendment, approval, uow)
