"""The course of a review: it begins, an office wants repair, time runs out, or the agreement is given up."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.approving import OURS, Read, check_step
from korpu_partners.agreements.lifecycle import UNSIGNED, Status
from korpu_partners.agreements.messages.renewing import AgreementRenewalDropped
from korpu_partners.agreements.messages.reviewing import (
    AgreementAbandoned,
    AgreementReturned,
    AgreementReviewOverdue,
    AgreementSubmitted,
)
from korpu_partners.agreements.partners import as_written
from korpu_partners.agreements.reviews import (
    NotItsTurn,
    NotYourStep,
    Review,
    TermsMoved,
    check_read,
    reopened,
    review_of,
    send_back,
)
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.routes import Step
from korpu_partners.agreements.succession import drop_renewal
from korpu_partners.agreements.tables import Agreement
from korpu_partners.people import DEPARTMENT, OFFICER


class SubmitAgreement(Changes):
    """The draft, or what was repaired, goes to review."""


@agreements.changes(
    who=DEPARTMENT, when=[Status.DRAFT, Status.RETURNED], to=[Status.IN_REVIEW], emits=[AgreementSubmitted]
)
async def submit_agreement(agreement: Agreement, command: SubmitAgreement, uow: UnitOfWork) -> None:
    """Send the agreement round for review; after a repair that left the terms alone, approvals given still stand."""
    if agreement.review:
        agreement.review = reopened(agreement.review, uow.today)
    else:
        version, digest = agreement.terms_version, agreement.terms_hash
        agreement.review = review_of(agreement.terms, version, digest, agreement.unit, uow.today)
    agreement.status, agreement.reason = Status.IN_REVIEW, None
    await uow.emit(agreement, AgreementSubmitted(terms_version=agreement.terms_version))


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
    emits=[AgreementReturned],
    refuses=[NotYourStep, NotItsTurn, TermsMoved],
)
async def return_agreement(agreement: Agreement, command: ReturnAgreement, uow: UnitOfWork) -> None:
    """Send the agreement back for repair; this is no rejection, and approvals of these terms stay."""
    check_step(command.step, agreement, uow)
    review = _review(agreement)
    check_read(review, command.terms_version)
    partner_id = await as_written(agreement.terms, command.organisation_id, uow)
    agreement.review = send_back(review, command.step, partner_id, uow.today)
    agreement.status, agreement.reason = Status.RETURNED, command.reason
    await uow.emit(
        agreement,
        AgreementReturned(by=command.step, organisation_id=partner_id, reason=command.reason),
    )


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


@agreements.due("review-overdue", emits=[AgreementReviewOverdue])
async def review_overdue(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The steps that should have been decided by now are named."""
    day = deadline.at.astimezone(BAKU).date()
    late = tuple(each.step for each in _review(agreement).open if each.due and each.due <= day)
    await uow.emit(agreement, AgreementReviewOverdue(steps=late))


def _review(agreement: Agreement) -> Review:
    assert agreement.review is not None  # noqa: S101 -- what is in review has a route
    return agreement.review
