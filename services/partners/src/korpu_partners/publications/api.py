"""Who reviews and what they wrote, whom an old title page names, and what reviewers are asked to read."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_partners.permissions import AUDITOR, DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lending import asked_of
from korpu_partners.publications.domain.lifecycle import UNDER_REVIEW
from korpu_partners.publications.parts import Kind, Manuscript, Review, Round
from korpu_partners.publications.tables import Publication

router = APIRouter(tags=["reading"])
READERS = (*DEPARTMENT, AUDITOR)


class ReadReviews(BaseModel):
    """Some publications."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ids: Annotated[tuple[UUID, ...], Field(max_length=500)]


class ReviewsOf(BaseModel):
    """The reviews of one publication."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    reviews: list[Review]


class ReviewsRead(BaseModel):
    """Those of the publications asked for whose reviews the caller may read; the others are absent without a hint."""

    publications: list[ReviewsOf]


@router.post(
    "/publications/reviews/read",
    response_model=ReviewsRead,
    responses=PROBLEMS,
    openapi_extra=takes(ReadReviews),
)
async def read_reviews(request: Request) -> Response:
    """Read the reviews of some publications; nobody reads those of their own text, and every look is written down."""
    async with asked(request, ReadReviews) as (question, uow):
        principal = uow.principal
        found = await uow.find(Publication, col(Publication.id).in_(question.ids))
        seen = [
            each
            for each in found
            if any(role.admits(principal, each) for role in READERS) and principal.person_id not in each.author_ids
        ]
        await uow.log_read([each.id for each in seen], ("reviews",))
        return answer(ReviewsRead(publications=[ReviewsOf.model_validate(each) for each in seen]))


class ReadAuthors(LoggedBatch):
    """Whom old registers name as the authors of some publications."""


class AuthorsOf(BaseModel):
    """The names on the title page of one book of the past."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    author_line: str | None


class AuthorsRead(BaseModel):
    """Those of the publications asked for that the caller may read at the owner; the others are absent."""

    publications: list[AuthorsOf]


@router.post(
    "/publications/authors/read", response_model=AuthorsRead, responses=PROBLEMS, openapi_extra=takes(ReadAuthors)
)
async def read_authors(request: Request) -> Response:
    """Read whom old registers name as authors; every look is written down."""
    async with asked(request, ReadAuthors) as (question, uow):
        found = await uow.find(Publication, col(Publication.id).in_(question.ids))
        seen = [each for each in found if each.author_line and publications.shows(each, uow.principal)]
        await uow.log_read([each.id for each in seen], ("author_line",), question.purpose)
        return answer(AuthorsRead(publications=[AuthorsOf.model_validate(each) for each in seen]))


class ReadAsked(BaseModel):
    """Nothing has to be said: who asks is in the token."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AskedReview(BaseModel):
    """A review that the caller owes: of what and by when, with the copies that name no author."""

    review_id: UUID
    publication_id: UUID
    code: str
    title: LocalizedText
    kind: Kind
    discipline: str
    round: Round
    due: date
    copies: list[Manuscript]


class AskedRead(BaseModel):
    """The reviews that the caller owes, the next due first."""

    reviews: list[AskedReview]


@router.post(
    "/publications/reviews/asked",
    response_model=AskedRead,
    responses=PROBLEMS,
    openapi_extra=takes(ReadAsked),
)
async def read_asked(request: Request) -> Response:
    """Read which reviews the caller owes; who wrote the texts is not told."""
    async with asked(request, ReadAsked) as (_, uow):
        found = await uow.find(Publication, col(Publication.status).in_(UNDER_REVIEW))
        owed = [_owed(each, review) for each in found for review in asked_of(each, uow.principal)]
        return answer(AskedRead(reviews=sorted(owed, key=lambda each: (each.due, each.code))))


def _owed(publication: Publication, review: Review) -> AskedReview:
    return AskedReview(
        review_id=review.id,
        publication_id=publication.id,
        round=review.round,
        due=review.due,
        copies=[each for each in publication.manuscripts if each.blind],
        **{name: getattr(publication, name) for name in ("code", "title", "kind", "discipline")},
    )
