"""`BeginInternalReview`: ask reviewers of our own."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.facts import PublicationReviewBegun
from korpu_partners.publications.policies.review_requests import CHOICE, Reviewer, request_reviews, review_request
from korpu_partners.publications.tables import Publication


class BeginInternalReview(Changes):
    """Who reviews in the house."""

    reviewers: Annotated[tuple[Reviewer, ...], Field(min_length=1, max_length=10)]


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.SUBMITTED],
    to=[PublicationStatus.INTERNAL_REVIEW],
    emits=[PublicationReviewBegun],
    refuses=CHOICE,
)
async def begin_internal_review(publication: Publication, command: BeginInternalReview, uow: UnitOfWork) -> None:
    """Ask reviewers of our own."""
    request_reviews(publication, [review_request(each, "internal") for each in command.reviewers], uow)
    publication.status = PublicationStatus.INTERNAL_REVIEW
    await uow.emit(publication, PublicationReviewBegun(round="internal", asked=len(command.reviewers)))
