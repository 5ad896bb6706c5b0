"""Whom a reviewer's request goes to, and when it is due."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.parts import one_of
from korpu_partners.publications.domain.rounds import require_valid_reviewers
from korpu_partners.publications.parts import Review, Round
from korpu_partners.publications.refusals.files import BlindCopyMissing
from korpu_partners.publications.refusals.general import (
    NoSuchReview,
    ReviewDueInThePast,
    ReviewerIsAuthor,
    ReviewerNamedTwice,
    ReviewGiven,
    ReviewsMissing,
    TextRejected,
)
from korpu_partners.publications.tables import Publication

CHOICE = (ReviewerIsAuthor, ReviewerNamedTwice, ReviewDueInThePast)
COMPLETE = (ReviewsMissing, TextRejected)


class Reviewer(BaseModel):
    """Who shall review, and by when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    person_id: UUID
    due: Day


class ExternalReviewer(Reviewer):
    """Who shall review from another institution."""

    organisation_id: UUID


def review_request(reviewer: Reviewer, round_: Round, organisation: UUID | None = None) -> Review:
    """A review that is asked of somebody."""
    return Review(
        id=uuid4(), round=round_, reviewer_id=reviewer.person_id, due=reviewer.due, organisation_id=organisation
    )


def request_reviews(publication: Publication, asked: Sequence[Review], uow: UnitOfWork) -> None:
    """Write down whom reviews are asked of; warns when there is no blind copy."""
    require_valid_reviewers(asked, publication.reviews, publication.author_ids, uow.today)
    if not any(each.blind for each in publication.manuscripts):
        uow.warn(BlindCopyMissing())
    publication.reviewed_by((*publication.reviews, *asked), uow.today)


def require_open_review(publication: Publication, id: UUID) -> Review:
    """The review with this id, if it is not given yet; raises `NoSuchReview` or `ReviewGiven`."""
    review = one_of(publication.reviews, id, NoSuchReview("review_id"))
    if review.verdict is not None:
        raise ReviewGiven("review_id")
    return review
