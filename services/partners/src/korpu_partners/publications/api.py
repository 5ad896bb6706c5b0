"""Who reviews, what they wrote, and whom an old title page names: read in one batch, and written down."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col

from korpu_chassis.doors import PROBLEM_RESPONSE
from korpu_chassis.http import PROBLEMS, LoggedBatch, answer, asked, door_of, read_body, takes
from korpu_chassis.refusals import Unauthenticated
from korpu_partners.people import AUDITOR, DEPARTMENT
from korpu_partners.publications.parts import Review
from korpu_partners.publications.room import publications
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
    responses=dict.fromkeys((400, 401, 413, 415, 422, 503), PROBLEM_RESPONSE),
    openapi_extra=takes(ReadReviews),
)
async def read_reviews(request: Request) -> Response:
    """Read the reviews of some publications; nobody reads those of their own text, and every look is written down."""
    door = door_of(request)
    principal = await door.principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    question = await read_body(request, ReadReviews)
    async with door.database.transaction() as session:
        work = door.work(session, request, principal, "ReadReviews")
        found = await work.find(Publication, col(Publication.id).in_(question.ids))
        seen = [
            each
            for each in found
            if any(role.admits(principal, each) for role in READERS) and principal.person_id not in each.author_ids
        ]
        await work.log_read([each.id for each in seen], ("reviews",))
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
    async with asked(request, ReadAuthors) as (question, work):
        found = await work.find(Publication, col(Publication.id).in_(question.ids))
        seen = [each for each in found if each.author_line and publications.shows(each, work.principal)]
        await work.log_read([each.id for each in seen], ("author_line",), question.purpose)
        return answer(AuthorsRead(publications=[AuthorsOf.model_validate(each) for each in seen]))
