"""`SubmitAgreement`: send the agreement round for review."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.domain.reviews import reopened, review_of
from korpu_partners.agreements.facts import AgreementSubmitted
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


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
