"""`ReturnAgreement`: send the agreement back for repair."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.domain.review_steps import review_of_agreement
from korpu_partners.agreements.domain.reviews import require_terms_read, send_back
from korpu_partners.agreements.domain.routes import Step
from korpu_partners.agreements.facts import AgreementReturned
from korpu_partners.agreements.policies.approval import OURS, Read, require_office_of_step
from korpu_partners.agreements.policies.parties import as_written
from korpu_partners.agreements.refusals.reviews import NotItsTurn, NotYourStep, TermsMoved
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import OFFICER


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
    in_turn=NotItsTurn,
)
async def return_agreement(agreement: Agreement, command: ReturnAgreement, uow: UnitOfWork) -> None:
    """Send the agreement back for repair; this is no rejection, and approvals of these terms stay."""
    require_office_of_step(command.step, agreement, uow)
    review = review_of_agreement(agreement)
    require_terms_read(review, command.terms_version)
    partner_id = await as_written(agreement.terms, command.organisation_id, uow)
    agreement.review = send_back(review, command.step, partner_id, uow.today)
    agreement.status, agreement.reason = Status.RETURNED, command.reason
    await uow.emit(
        agreement,
        AgreementReturned(by=command.step, organisation_id=partner_id, reason=command.reason),
    )
