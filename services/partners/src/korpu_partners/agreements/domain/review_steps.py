"""The review of an agreement that has one."""

from korpu_partners.agreements.domain.reviews import Review
from korpu_partners.agreements.tables import Agreement


def review_of_agreement(agreement: Agreement) -> Review:
    """The review of an agreement that is in one."""
    assert agreement.review is not None  # noqa: S101 -- what is in review has a route
    return agreement.review
