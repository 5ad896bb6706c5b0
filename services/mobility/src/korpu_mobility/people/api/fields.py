"""Reading people: in one batch, under the caller's own authority, row by row, every look written down."""

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.runtime.routes import answer, context_of, read_body, takes
from korpu_chassis.validation.codes import Text
from korpu_mobility.people.api.questions import PROBLEMS, Question, caller, own_rows
from korpu_mobility.people.policies.documents import reads_files
from korpu_mobility.people.tables import Person

router = APIRouter(tags=["people"])
MOST = 500


class PersonField(StrEnum):
    """What can be asked about a person."""

    UNIVERSITY_NUMBER = "university_number"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    NATIVE_NAME = "native_name"
    BIRTH_DATE = "birth_date"
    GENDER = "gender"
    CITIZENSHIP = "citizenship"
    EDUCATION_COUNTRY = "education_country"
    EMAIL = "email"
    PHONE = "phone"
    CONSENTS = "consents"
    FILES = "files"


class ReadPeople(Question):
    """Some fields of some people."""

    ids: Annotated[tuple[UUID, ...], Field(max_length=MOST)]
    fields: Annotated[tuple[PersonField, ...], Field(min_length=1, max_length=len(PersonField))]
    purpose: Annotated[Text | None, Field(max_length=200, description="Why; it stands in the access log.")] = None


class PeopleRead(BaseModel):
    """Those of the people asked for whom the caller may read; the others are absent without a hint."""

    people: list[dict[str, Any]]


@router.post("/people/read", response_model=PeopleRead, responses=PROBLEMS, openapi_extra=takes(ReadPeople))
async def read_people(request: Request) -> Response:
    """Read some fields of some people; whom the caller may not read is absent, and every look is written down."""
    principal, context = await caller(request), context_of(request)
    question = await read_body(request, ReadPeople)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "ReadPeople")
        rows = await uow.find(Person, col(Person.id).in_(question.ids), own_rows(principal))
        shown = {row.id: _shown(row, sorted(set(question.fields)), principal) for row in rows}
        for fields in filter(None, dict.fromkeys(shown.values())):
            about = [id for id, seen in shown.items() if seen == fields]
            await uow.log_read(about, fields, question.purpose)
        told = [{"id": row.id, **_fields(row, shown[row.id])} for row in rows if shown[row.id]]
        return answer(PeopleRead(people=told))


def _shown(person: Person, fields: list[PersonField], who: Principal) -> tuple[PersonField, ...]:
    """What the caller may read of a person whom they may read: files are for those who read the restricted file."""
    return tuple(each for each in fields if each is not PersonField.FILES or reads_files(person, who))


def _fields(person: Person, fields: tuple[PersonField, ...]) -> dict[str, Any]:
    return {field.value: getattr(person, field.value) for field in fields}
