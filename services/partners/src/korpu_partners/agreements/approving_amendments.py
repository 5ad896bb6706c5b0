"""Approving an amendment, as the agreement itself was approved."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.amending import Number, put
from korpu_partners.agreements.amendments import Amendment, AmendmentStatus, NoAmendment, the_open
from korpu_partners.agreements.approving import OURS, PartnerSaysYes, check_step, partner_approval
from korpu_partners.agreements.evidence import EVIDENCE_REFUSALS, check_evidence
from korpu_partners.agreements.lifecycle import BINDING
from korpu_partners.agreements.messages.amending import AgreementAmendmentApprovalGiven, AgreementAmendmentApproved
from korpu_partners.agreements.records import DatedInTheFuture
from korpu_partners.agreements.reviews import Approval, ApproverIsAuthor, NotItsTurn, NotYourStep, approve
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.routes import Step
from korpu_partners.agreements.tables import Agreement
from korpu_partners.people import DEPARTMENT


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
)
async def approve_amendment(agreement: Agreement, command: ApproveAmendment, uow: UnitOfWork) -> None:
    """Approve an amendment for an office of the university; nobody approves what they wrote."""
    amendment = the_open(agreement.amendments, command.number)
    if command.step is Step.PARTNER:
        raise NotYourStep("step", step=command.step.value)
    check_step(command.step, agreement, uow)
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
    await _give(agreement, amendment, approval, uow)


class RecordAmendmentApproval(PartnerSaysYes):
    """The partner's yes to an amendment, with the letter or minute that it stands in."""

    number: Number


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    emits=[AgreementAmendmentApprovalGiven, AgreementAmendmentApproved],
    refuses=[NoAmendment, NotItsTurn, DatedInTheFuture, *EVIDENCE_REFUSALS],
)
async def record_amendment_approval(agreement: Agreement, command: RecordAmendmentApproval, uow: UnitOfWork) -> None:
    """Record that the partner approves an amendment, with evidence."""
    amendment = the_open(agreement.amendments, command.number)
    await check_evidence(agreement, command.evidence, "evidence", uow)
    approval = partner_approval(command, amendment.review.terms_version, amendment.terms_hash, uow)
    await _give(agreement, amendment, approval, uow)


async def _give(agreement: Agreement, amendment: Amendment, approval: Approval, uow: UnitOfWork) -> None:
    review = approve(amendment.review, approval, uow.today)
    status = amendment.status if review.missing else AmendmentStatus.APPROVED
    put(agreement, amendment, review=review, status=status)
    number = amendment.number
    given = AgreementAmendmentApprovalGiven(number=number, by=approval.by, organisation_id=approval.organisation_id)
    await uow.emit(agreement, given)
    if not review.missing:
        await uow.emit(agreement, AgreementAmendmentApproved(number=number))
