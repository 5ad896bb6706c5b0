"""Reviewing the manuscript: first in the house, then by other institutions; nobody learns who."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Personal
from korpu_partners.known import known_organisation
from korpu_partners.people import DEPARTMENT
from korpu_partners.publications.file_refusals import BlindCopyMissing
from korpu_partners.publications.lifecycle import UNDER_REVIEW, PublicationStatus
from korpu_partners.publications.messages import (
    PublicationLanguageEditBegun,
    PublicationReviewBegun,
    PublicationReviewed,
    PublicationReviewersChanged,
)
from korpu_partners.publications.parts import Review, Round, Verdict
from korpu_partners.publications.refusals import (
    NoSuchReview,
    ReviewDueInThePast,
    ReviewerIsAuthor,
    ReviewerNamedTwice,
    ReviewGiven,
    ReviewsMissing,
    TextRejected,
)
from korpu_partners.publications.room import publications
from korpu_partners.publications.rounds import check_reviewers, check_round
from korpu_partners.publications.tables import Publication
from korpu_partners.several import one_of, put, without

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
    _ask(publication, [_asked(each, "internal") for each in command.reviewers], uow)
    publication.status = PublicationStatus.INTERNAL_REVIEW
    await uow.emit(publication, PublicationReviewBegun(round="internal", asked=len(command.reviewers)))


class BeginExternalReview(Changes):
    """Who reviews from other institutions."""

    reviewers: Annotated[tuple[ExternalReviewer, ...], Field(min_length=1, max_length=10)]


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.INTERNAL_REVIEW],
    to=[PublicationStatus.EXTERNAL_REVIEW],
    emits=[PublicationReviewBegun],
    refuses=[*CHOICE, *COMPLETE],
)
async def begin_external_review(publication: Publication, command: BeginExternalReview, uow: UnitOfWork) -> None:
    """Ask reviewers of other institutions, once our own have spoken."""
    check_round(publication.reviews, "internal")
    asked = [
        _asked(each, "external", await known_organisation(each.organisation_id, uow, f"reviewers.{place}"))
        for place, each in enumerate(command.reviewers)
    ]
    _ask(publication, asked, uow)
    publication.status = PublicationStatus.EXTERNAL_REVIEW
    await uow.emit(publication, PublicationReviewBegun(round="external", asked=len(asked)))


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
    review = _open(publication, command.review_id)
    others = without(publication.reviews, review)
    organisation = review.organisation_id
    if command.organisation_id and review.round == "external":
        organisation = await known_organisation(command.organisation_id, uow, "organisation_id")
    asked = _asked(command.reviewer, review.round, organisation).model_copy(update={"id": review.id})
    check_reviewers([asked], others, publication.author_ids, uow.today)
    publication.reviewed_by(put(publication.reviews, asked), uow.today)
    count = sum(each.round == review.round for each in publication.reviews)
    await uow.emit(publication, PublicationReviewersChanged(round=review.round, asked=count))


class RecordPeerReview(Changes):
    """What a reviewer says; the words stay with the department."""

    review_id: UUID
    verdict: Verdict
    text: Annotated[str, Personal, Field(min_length=1, max_length=20_000)]


@publications.changes(
    who=DEPARTMENT, when=UNDER_REVIEW, emits=[PublicationReviewed], refuses=[NoSuchReview, ReviewGiven]
)
async def record_peer_review(publication: Publication, command: RecordPeerReview, uow: UnitOfWork) -> None:
    """Record a review that is in."""
    review = _open(publication, command.review_id)
    said = {"verdict": command.verdict, "text": command.text, "given_on": uow.today}
    publication.reviewed_by(put(publication.reviews, review.model_copy(update=said)), uow.today)
    await uow.emit(publication, PublicationReviewed(round=review.round, verdict=command.verdict))


class BeginLanguageEdit(Changes):
    """The reviewers have spoken."""


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.EXTERNAL_REVIEW],
    to=[PublicationStatus.LANGUAGE_EDIT],
    emits=[PublicationLanguageEditBegun],
    refuses=COMPLETE,
)
async def begin_language_edit(publication: Publication, command: BeginLanguageEdit, uow: UnitOfWork) -> None:
    """Let the language be polished, once all reviews are in."""
    check_round(publication.reviews, "external")
    publication.status = PublicationStatus.LANGUAGE_EDIT
    await uow.emit(publication, PublicationLanguageEditBegun())


def _asked(reviewer: Reviewer, round_: Round, organisation: UUID | None = None) -> Review:
    return Review(
        id=uuid4(), round=round_, reviewer_id=reviewer.person_id, due=reviewer.due, organisation_id=organisation
    )


def _ask(publication: Publication, asked: Sequence[Review], uow: UnitOfWork) -> None:
    check_reviewers(asked, publication.reviews, publication.author_ids, uow.today)
    if not any(each.blind for each in publication.manuscripts):
        uow.warn(BlindCopyMissing())
    publication.reviewed_by((*publication.reviews, *asked), uow.today)


def _open(publication: Publication, id: UUID) -> Review:
    review = one_of(publication.reviews, id, NoSuchReview("review_id"))
    if review.verdict is not None:
        raise ReviewGiven("review_id")
    return review
