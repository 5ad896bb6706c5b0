"""What an approval of an amendment does."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.domain.amendment_texts import put
from korpu_partners.agreements.domain.amendments import Amendment, AmendmentStatus
from korpu_partners.agreements.domain.reviews import Approval, approve
from korpu_partners.agreements.facts import AgreementAmendmentApprovalGiven, AgreementAmendmentApproved
from korpu_partners.agreements.tables import Agreement


async def give_approval(agreement: Agreement, amendment: Amendment, approval: Approval, uow: UnitOfWork) -> None:
    """Write an approval down; the last one that is missing approves all."""
    review = approve(amendment.review, approval, uow.today)
    status = amendment.status if review.missing else AmendmentStatus.APPROVED
    put(agreement, amendment, review=review, status=status)
    number = amendment.number
    given = AgreementAmendmentApprovalGiven(number=number, by=approval.by, organisation_id=approval.organisation_id)
    await uow.emit(agreement, given)
    if not review.missing:
        await uow.emit(agreement, AgreementAmendmentApproved(number=number))
