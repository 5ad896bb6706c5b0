"""The course of a review: it begins, an office wants repair, time runs out, or the agreement is given up."""

from korpu_partners.agreements.domain.reviews import Review
from korpu_partners.agreements.tables import Agreement


def _review(agreement: Agreement) -> Review:
    assert agreement.review is not None  # noqa: S101 -- what is in review has a route
    return agreement.review
