"""`ReplaceReviewer`: give a review that is not in to somebody else, or more time."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.interface import known_organisation
from korpu_partners.parts import put, without
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import UNDER_REVIEW
from korpu_partners.publications.domain.rounds import require_valid_reviewers
from korpu_partners.publications.facts import PublicationReviewersChanged
from korpu_partners.publications.policies.review_requests import CHOICE, Reviewer, require_open_review, review_request
from korpu_partners.publications.refusals.general import NoSuchReview, ReviewGiven
from korpu_partners.publications.tables import Publication


class ReplaceReviewer(Changes):
    """Somebody else writes the review, or the same person has more time."""

    review_id: UUID
    reviewer: Reviewer
    organisation_id: Annotated[UUID | None, Field(description="For an external review; none means as before.")] = None


@publications.changes(
    who=DEPARTMENT,
    when=UNDER_REVIEW,
    emits=[PublicationReviewersChanged],
    refuses=[*CHOICE, NoSuchReview, ReviewGiven],
)
async def replace_reviewer(publication: Publication, command: ReplaceReviewer, uow: UnitOfWork) -> None:
    """Give a review that is not in to somebody else, or more time."""
    review = require_open_review(publication, command.review_id)
    others = without(publication.reviews, review)
    organisation = review.organisation_id
    if command.organisation_id and review.round == "external":
        organisation = await known_organisation(command.organisation_id, uow, "organisation_id")
    asked = review_request(command.reviewer, review.round, organisation).model_copy(update={"id": review.id})
    require_valid_reviewers([asked], others, publication.author_ids, uow.today)
    publication.reviewed_by(put(publication.reviews, asked), uow.today)
    count = sum(each.round == review.round for each in publication.reviews)
    await uow.emit(publication, PublicationReviewersChanged(round=review.round, asked=count))
