"""`BeginExternalReview`: ask reviewers of other institutions, once our own have spoken."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.interface import known_organisation
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.domain.rounds import require_internal_round
from korpu_partners.publications.facts import PublicationReviewBegun
from korpu_partners.publications.policies.review_requests import (
    CHOICE,
    COMPLETE,
    ExternalReviewer,
    request_reviews,
    review_request,
)
from korpu_partners.publications.tables import Publication


class BeginExternalReview(Changes):
    """Who reviews from other institutions."""

    reviewers: Annotated[tuple[ExternalReviewer, ...], Field(min_length=1, max_length=10)]


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.INTERNAL_REVIEW],
    to=[PublicationStatus.EXTERNAL_REVIEW],
    emits=[PublicationReviewBegun],
    refuses=[*CHOICE, *COMPLETE],
    requires=[require_internal_round],
)
async def begin_external_review(publication: Publication, command: BeginExternalReview, uow: UnitOfWork) -> None:
    """Ask reviewers of other institutions, once our own have spoken."""
    asked = [
        review_request(each, "external", await known_organisation(each.organisation_id, uow, f"reviewers.{place}"))
        for place, each in enumerate(command.reviewers)
    ]
    request_reviews(publication, asked, uow)
    publication.status = PublicationStatus.EXTERNAL_REVIEW
    await uow.emit(publication, PublicationReviewBegun(round="external", asked=len(asked)))
