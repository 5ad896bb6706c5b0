"""Finding people by part of a name or a number."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.runtime.routes import answer, context_of, read_body, takes
from korpu_chassis.validation.codes import Text, whole_number
from korpu_mobility.people.api.questions import PROBLEMS, Question, caller, own_rows
from korpu_mobility.people.domain.names import name_key
from korpu_mobility.people.tables import Person

router = APIRouter(tags=["people"])


class FindPeople(Question):
    """Part of a name or a university number, in any script."""

    text: Annotated[Text, Field(min_length=2, max_length=120)]
    limit: Annotated[int, Field(strict=True, ge=1, le=100), whole_number] = 20


class PeopleFound(BaseModel):
    """The ids of those found; names are read with them."""

    ids: list[UUID]


@router.post("/people/find", response_model=PeopleFound, responses=PROBLEMS, openapi_extra=takes(FindPeople))
async def find_people(request: Request) -> Response:
    """Find people whom the caller may read by part of their name or number, in any script."""
    principal, context = await caller(request), context_of(request)
    question = await read_body(request, FindPeople)
    words = [col(Person.search_key).contains(word, autoescape=True) for word in name_key(question.text).split()]
    if not words:
        return answer(PeopleFound(ids=[]))
    async with context.database.transaction() as session:
        named = (
            select(col(Person.id))
            .where(*words, own_rows(principal))
            .order_by(col(Person.search_key))
            .limit(question.limit)
        )
        return answer(PeopleFound(ids=list(await session.scalars(named))))
