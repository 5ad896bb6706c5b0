"""Reviewing an agreement: it goes round the offices and to the partner, who approve or want repair."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.clock import BAKU
from korpu_chassis.codes import Day, Text, whole_number
from korpu_chassis.commands import Changes
from korpu_chassis.deadlines import Deadline
from korpu_chassis.work import Work
from korpu_partners.agreements import messages as says
from korpu_partners.agreements.lifecycle import UNSIGNED, ApproverIsAuthor, NotYourStep, Status
from korpu_partners.agreements.renewing import drop_renewal
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.routes import (
    Approval,
    DatedInTheFuture,
    Evidence,
    NotItsTurn,
    Review,
    Step,
    TermsMoved,
    approve,
    check_read,
    reopened,
    review_of,
    send_back,
)
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


def check_step(step: Step, agreement: Agreement, work: Work) -> None:
    """The caller is of the office that this step belongs to."""
    if not any(role.admits(work.principal, agreement) for role in DECIDES[step]):
        raise NotYourStep("step", step=step.value)


class SubmitAgreement(Changes):
    """The draft, or what was repaired, goes to review."""


@agreements.changes(
    who=DEPARTMENT, when=[Status.DRAFT, Status.RETURNED], to=[Status.IN_REVIEW], says=[says.AgreementSubmitted]
)
async def submit_agreement(agreement: Agreement, command: SubmitAgreement, work: Work) -> None:
    """Send the agreement round for review; after a repair that left the terms alone, approvals given still stand."""
    if agreement.review:
        agreement.review = reopened(agreement.review, work.today)
    else:
        version, digest = agreement.terms_version, agreement.terms_hash
        agreement.review = review_of(agreement.terms, version, digest, agreement.unit, work.today)
    agreement.status, agreement.reason = Status.IN_REVIEW, None
    await work.say(agreement, says.AgreementSubmitted(terms_version=agreement.terms_version))


class ApproveAgreement(Changes):
    """One office's yes to the terms that it has read."""

    step: Annotated[Step, Field(description="The caller's office.")]
    terms_version: Read
    remark: Text | None = None


@agreements.changes(
    who=OURS,
    when=[Status.IN_REVIEW],
    to=[Status.IN_REVIEW, Status.APPROVED],
    says=[says.AgreementApprovalGiven, says.AgreementApproved],
    refuses=[ApproverIsAuthor, NotYourStep, NotItsTurn, TermsMoved],
    barred={"author": ApproverIsAuthor, "terms_author": ApproverIsAuthor},
)
async def approve_agreement(agreement: Agreement, command: ApproveAgreement, work: Work) -> None:
    """Approve the terms for an office of the university; nobody approves what they wrote."""
    if command.step is Step.PARTNER:
        raise NotYourStep("step", step=command.step.value)
    check_step(command.step, agreement, work)
    approval = Approval(
        by=command.step,
        terms_version=command.terms_version,
        terms_hash=agreement.terms_hash,
        on=work.today,
        subject=work.principal.subject,
        remark=command.remark,
    )
    await _give(agreement, approval, work)


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
    says=[says.AgreementApprovalGiven, says.AgreementApproved],
    refuses=[NotItsTurn, TermsMoved, DatedInTheFuture],
)
async def record_partner_approval(agreement: Agreement, command: RecordPartnerApproval, work: Work) -> None:
    """Record that the partner approves the terms, with evidence."""
    approval = partner_approval(command, command.terms_version, agreement.terms_hash, work)
    await _give(agreement, approval, work)


def partner_approval(command: PartnerSaysYes, version: int, digest: str, work: Work) -> Approval:
    """The partner's approval as it is kept: with its own day and evidence, and who recorded it."""
    if command.on > work.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    return Approval(
        by=Step.PARTNER,
        organisation_id=command.organisation_id,
        terms_version=version,
        terms_hash=digest,
        on=command.on,
        subject=work.principal.subject,
        evidence=command.evidence,
    )


async def _give(agreement: Agreement, approval: Approval, work: Work) -> None:
    agreement.review = approve(_review(agreement), approval, work.today)
    agreement.approved_terms = agreement.version_of_terms(work.today)
    version = approval.terms_version
    given = says.AgreementApprovalGiven(by=approval.by, organisation_id=approval.organisation_id, terms_version=version)
    await work.say(agreement, given)
    if not agreement.review.missing:
        agreement.status, agreement.approved_on = Status.APPROVED, work.today
        await work.say(agreement, says.AgreementApproved(terms_version=version))


class ReturnAgreement(Changes):
    """What has to be repaired; the reason is shown to those who wrote it."""

    step: Annotated[Step, Field(description="The caller's office, or the partner, whose wish an officer records.")]
    organisation_id: Annotated[UUID | None, Field(description="The partner, if it is the partner's wish.")] = None
    terms_version: Read
    reason: Text


@agreements.changes(
    who=[OFFICER, *OURS],
    when=[Status.IN_REVIEW],
    to=[Status.RETURNED],
    says=[says.AgreementReturned],
    refuses=[NotYourStep, NotItsTurn, TermsMoved],
)
async def return_agreement(agreement: Agreement, command: ReturnAgreement, work: Work) -> None:
    """Send the agreement back for repair; this is no rejection, and approvals of these terms stay."""
    check_step(command.step, agreement, work)
    review = _review(agreement)
    check_read(review, command.terms_version)
    agreement.review = send_back(review, command.step, command.organisation_id, work.today)
    agreement.status, agreement.reason = Status.RETURNED, command.reason
    await work.say(
        agreement,
        says.AgreementReturned(by=command.step, organisation_id=command.organisation_id, reason=command.reason),
    )


class AbandonAgreement(Changes):
    """Why it will not be agreed; the reason is shown to those concerned."""

    reason: Text


@agreements.changes(
    who=DEPARTMENT, when=UNSIGNED, to=[Status.ABANDONED], says=[says.AgreementAbandoned, says.AgreementRenewalDropped]
)
async def abandon_agreement(agreement: Agreement, command: AbandonAgreement, work: Work) -> None:
    """Give up an agreement that was not signed; it stays readable with its reason."""
    agreement.status, agreement.reason = Status.ABANDONED, command.reason
    await work.say(agreement, says.AgreementAbandoned(reason=command.reason))
    await drop_renewal(agreement, work)


@agreements.due("review-overdue", says=[says.AgreementReviewOverdue])
async def review_overdue(agreement: Agreement, deadline: Deadline, work: Work) -> None:
    """The steps that should have been decided by now are named."""
    day = deadline.at.astimezone(BAKU).date()
    late = tuple(each.step for each in _review(agreement).open if each.due and each.due <= day)
    await work.say(agreement, says.AgreementReviewOverdue(steps=late))


def _review(agreement: Agreement) -> Review:
    assert agreement.review is not None  # noqa: S101 -- what is in review has a route
    return agreement.review
