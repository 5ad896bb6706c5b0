"""Reading people: in one batch, under the caller's own authority, row by row, every look written down."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, or_, select
from sqlmodel import col

from korpu_chassis import store
from korpu_chassis.codes import Text, whole_number
from korpu_chassis.doors import PROBLEM_RESPONSE
from korpu_chassis.http import answer, door_of, read_body, takes
from korpu_chassis.identity import Principal
from korpu_chassis.refusals import NotFound, Unauthenticated
from korpu_chassis.work import Work
from korpu_mobility.people.documents import documents_of
from korpu_mobility.people.names import name_key
from korpu_mobility.people.room import ITSELF
from korpu_mobility.people.tables import Person
from korpu_mobility.roles import AUDITOR, COORDINATOR, HEAD, OFFICE

router = APIRouter(tags=["people"])
MOST = 500
PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 404, 413, 415, 422, 503), PROBLEM_RESPONSE)


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


class Question(BaseModel):
    """What a body that asks may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ReadPeople(Question):
    """Some fields of some people."""

    ids: Annotated[tuple[UUID, ...], Field(max_length=MOST)]
    fields: Annotated[tuple[PersonField, ...], Field(min_length=1, max_length=len(PersonField))]
    purpose: Annotated[Text | None, Field(max_length=200, description="Why; it stands in the access log.")] = None


class PeopleRead(BaseModel):
    """Those of the people asked for whom the caller may read; the others are absent without a hint."""

    people: list[dict[str, Any]]


class FindPeople(Question):
    """Part of a name or a university number, in any script."""

    text: Annotated[Text, Field(min_length=2, max_length=120)]
    limit: Annotated[int, Field(strict=True, ge=1, le=100), whole_number] = 20


class PeopleFound(BaseModel):
    """The ids of those found; names are read with them."""

    ids: list[UUID]


class ReadDocuments(Question):
    """The restricted file of one person; the purpose stands in the access log."""

    purpose: Annotated[Text, Field(max_length=200)]


class Document(BaseModel):
    """One restricted document."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    kind: str
    number: str | None
    country: str | None
    expires: date | None
    details: str | None
    keep_until: date


class DocumentsRead(BaseModel):
    """The documents that the caller may see."""

    documents: list[Document]


def own_rows(principal: Principal) -> ColumnElement[bool]:
    """The people whom the caller may read: all for the office and the auditor, the own unit's, and oneself."""
    if any(role.name in principal.roles for role in (*OFFICE, AUDITOR)):
        return col(Person.id).is_not(None)
    itself = col(Person.id) == principal.person_id
    if COORDINATOR.name in principal.roles:
        return or_(itself, col(Person.unit).in_(principal.units))
    return itself


@router.post("/people/read", response_model=PeopleRead, responses=PROBLEMS, openapi_extra=takes(ReadPeople))
async def read_people(request: Request) -> Response:
    """Read some fields of some people; whom the caller may not read is absent, and every look is written down."""
    principal, door = await _caller(request), door_of(request)
    question = await read_body(request, ReadPeople)
    async with door.database.transaction() as session:
        work = door.work(session, request, principal, "ReadPeople")
        rows = await work.find(Person, col(Person.id).in_(question.ids), own_rows(principal))
        fields = sorted(set(question.fields))
        await work.log_read([row.id for row in rows], fields, question.purpose)
        return answer(PeopleRead(people=[{"id": row.id, **_fields(row, fields)} for row in rows]))


@router.post("/people/find", response_model=PeopleFound, responses=PROBLEMS, openapi_extra=takes(FindPeople))
async def find_people(request: Request) -> Response:
    """Find people whom the caller may read by part of their name or number, in any script."""
    principal, door = await _caller(request), door_of(request)
    question = await read_body(request, FindPeople)
    words = [col(Person.search_key).contains(word, autoescape=True) for word in name_key(question.text).split()]
    if not words:
        return answer(PeopleFound(ids=[]))
    async with door.database.transaction() as session:
        named = (
            select(col(Person.id))
            .where(*words, own_rows(principal))
            .order_by(col(Person.search_key))
            .limit(question.limit)
        )
        return answer(PeopleFound(ids=list(await session.scalars(named))))


@router.post(
    "/person/{id}/documents", response_model=DocumentsRead, responses=PROBLEMS, openapi_extra=takes(ReadDocuments)
)
async def read_documents(request: Request, id: UUID) -> Response:
    """Read a person's passports, visas and health notes, as far as the caller may; the purpose is written down."""
    principal, door = await _caller(request), door_of(request)
    question = await read_body(request, ReadDocuments)
    async with door.database.transaction() as session:
        work = door.work(session, request, principal, "ReadDocuments")
        person = await session.get(Person, id)
        found = await documents_of(person, work) if person else ()
        if person is None or not (found or _may_look(person, work)):
            raise NotFound("id")
        await work.log_read([id], [f"document:{each.kind}" for each in found] or ["documents"], question.purpose)
        return answer(DocumentsRead(documents=[Document.model_validate(each) for each in found]))


@router.get("/person/{id}/access-log", responses=PROBLEMS)
async def read_access_log(request: Request, id: UUID) -> list[dict[str, Any]]:
    """Who looked at which fields of a person, when and why: for the head, the auditor and the person."""
    principal, door = await _caller(request), door_of(request)
    async with door.database.transaction() as session:
        person = await session.get(Person, id)
        if person is None or not any(role.admits(principal, person) for role in (HEAD, AUDITOR, ITSELF)):
            raise NotFound("id")
        looks = select(store.read_log).where(store.read_log.c.about == id).order_by(store.read_log.c.id)
        return [dict(each) for each in (await session.execute(looks)).mappings()]


async def _caller(request: Request) -> Principal:
    principal = await door_of(request).principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    return principal


def _may_look(person: Person, work: Work) -> bool:
    return any(role.admits(work.principal, person) for role in (*OFFICE, AUDITOR, ITSELF))


def _fields(person: Person, fields: list[PersonField]) -> dict[str, Any]:
    return {field.value: getattr(person, field.value) for field in fields}
