"""Approving an agreement: an office of ours for itself, the partner through an officer."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text, whole_number
from korpu_partners.agreements.evidence import EVIDENCE_REFUSALS, check_evidence
from korpu_partners.agreements.lifecycle import Status
from korpu_partners.agreements.messages.reviewing import AgreementApprovalGiven, AgreementApproved
from korpu_partners.agreements.partners import as_written
from korpu_partners.agreements.records import DatedInTheFuture, Evidence
from korpu_partners.agreements.reviews import (
    Approval,
    ApproverIsAuthor,
    NotItsTurn,
    NotYourStep,
    Review,
    TermsMoved,
    approve,
)
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.routes import Step
from korpu_partners.agreements.tables import Agreement
from korpu_partners.people import COORDINATOR, DEPARTMENT, FINANCE, HEAD, LEGAL, OFFICER, RECTORATE, REVIEWERS

DECIDES = {
    Step.FACULTY: (COORDINATOR.of("unit"),),
    Step.DEPARTMENT: (HEAD,),
    Step.LEGAL: (LEGAL,),
    Step.FINANCE: (FINANCE,),
    Step.RECTORATE: (RECTORATE,),
    Step.PARTNER: (OFFICER, HEAD),
}
OURS = (HEAD, *REVIEWERS)
Read = Annotated[int, Field(ge=1, le=1_000_000, description="The version of the terms that was read."), whole_number]


def check_step(step: Step, agreement: Agreement, uow: UnitOfWork) -> None:
    """The caller is of the office that this step belongs to."""
    if not any(role.admits(uow.principal, agreement) for role in DECIDES[step]):
        raise NotYourStep("step", step=step.value)


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
    barred={"author": ApproverIsAuthor, "terms_author": ApproverIsAuthor},
)
async def approve_agreement(agreement: Agreement, command: ApproveAgreement, uow: UnitOfWork) -> None:
    """Approve the terms for an office of the university; nobody approves what they wrote."""
    if command.step is Step.PARTNER:
        raise NotYourStep("step", step=command.step.value)
    check_step(command.step, agreement, uow)
    approval = Approval(
        by=command.step,
        terms_version=command.terms_version,
        terms_hash=agreement.terms_hash,
        on=uow.today,
        subject=uow.principal.subject,
        remark=command.remark,
    )
    await _give(agreement, approval, uow)


class PartnerSaysYes(Changes):
    """The partner's yes, with the letter or minute that it stands in."""

    organisation_id: UUID
    on: Annotated[Day, Field(description="The day of the partner's decision.")]
    evidence: Evidence


class RecordPartnerApproval(PartnerSaysYes):
    """The partner's yes to the terms, with the letter or minute that it stands in."""

    terms_version: Read


@agreements.changes(
    who=DEPARTMENT,
    when=[Status.IN_REVIEW],
    to=[Status.IN_REVIEW, Status.APPROVED],
    emits=[AgreementApprovalGiven, AgreementApproved],
    refuses=[NotItsTurn, TermsMoved, DatedInTheFuture, *EVIDENCE_REFUSALS],
)
async def record_partner_approval(agreement: Agreement, command: RecordPartnerApproval, uow: UnitOfWork) -> None:
    """Record that the partner approves the terms, with evidence."""
    await check_evidence(agreement, command.evidence, "evidence", uow)
    approval = partner_approval(command, command.terms_version, agreement.terms_hash, uow)
    partner_id = await as_written(agreement.terms, command.organisation_id, uow)
    approval = approval.model_copy(update={"organisation_id": partner_id})
    await _give(agreement, approval, uow)


def partner_approval(command: PartnerSaysYes, version: int, digest: str, uow: UnitOfWork) -> Approval:
    """The partner's approval as it is kept: with its own day and evidence, and who recorded it."""
    if command.on > uow.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    return Approval(
        by=Step.PARTNER,
        organisation_id=command.organisation_id,
        terms_version=version,
        terms_hash=digest,
        on=command.on,
        subject=uow.principal.subject,
        evidence=command.evidence,
    )


async def _give(agreement: Agreement, approval: Approval, uow: UnitOfWork) -> None:
    agreement.review = approve(_review(agreement), approval, uow.today)
    agreement.approved_terms = agreement.version_of_terms(uow.today)
    version = approval.terms_version
    given = AgreementApprovalGiven(by=approval.by, organisation_id=approval.organisation_id, terms_version=version)
    await uow.emit(agreement, given)
    if not agreement.review.missing:
        agreement.status, agreement.approved_on = Status.APPROVED, uow.today
        await uow.emit(agreement, AgreementApproved(terms_version=version))


def _review(agreement: Agreement) -> Review:
    assert agreement.review is not None  # noqa: S101 -- what is in review has a route
    return agreement.review
