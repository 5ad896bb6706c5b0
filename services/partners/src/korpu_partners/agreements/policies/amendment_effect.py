"""What happens on the day on which an amendment takes effect."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.domain.amendment_texts import put
from korpu_partners.agreements.domain.amendments import AmendmentStatus
from korpu_partners.agreements.facts import AgreementAmended
from korpu_partners.agreements.tables import Agreement


async def take_effect(agreement: Agreement, number: int, uow: UnitOfWork) -> None:
    """Let the terms of a signed amendment hold from now on; the signed ones before stay readable."""
    amendment = next(each for each in agreement.amendments if each.number == number)
    assert amendment.effective  # noqa: S101 -- a signed amendment has its day
    agreement.former_terms = (*agreement.former_terms, agreement.version_of_terms(amendment.effective))
    agreement.terms, agreement.terms_hash = amendment.terms, amendment.terms_hash
    agreement.terms_version = amendment.review.terms_version
    agreement.calendar_from = max(amendment.effective, agreement.calendar_from or amendment.effective)
    put(agreement, amendment, status=AmendmentStatus.IN_EFFECT)
    await uow.emit(agreement, AgreementAmended(number=number, terms_version=agreement.terms_version))
