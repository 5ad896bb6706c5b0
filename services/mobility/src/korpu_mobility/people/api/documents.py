"""Reading the restricted file of one person."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_chassis.runtime.routes import answer, context_of, read_body, takes
from korpu_chassis.validation.codes import Text
from korpu_mobility.people.aggregate import ITSELF
from korpu_mobility.people.api.questions import PROBLEMS, Question, caller
from korpu_mobility.people.policies.documents import documents_of
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import AUDITOR, OFFICE

router = APIRouter(tags=["people"])


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


@router.post(
    "/person/{id}/documents", response_model=DocumentsRead, responses=PROBLEMS, openapi_extra=takes(ReadDocuments)
)
async def read_documents(request: Request, id: UUID) -> Response:
    """Read a person's passports, visas and health notes, as far as the caller may; the purpose is written down."""
    principal, context = await caller(request), context_of(request)
    question = await read_body(request, ReadDocuments)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "ReadDocuments")
        person = await session.get(Person, id)
        found = await documents_of(person, uow) if person else ()
        if person is None or not (found or _may_look(person, uow)):
            raise NotFound("id")
        await uow.log_read([id], [f"document:{each.kind}" for each in found] or ["documents"], question.purpose)
        return answer(DocumentsRead(documents=[Document.model_validate(each) for each in found]))


def _may_look(person: Person, uow: UnitOfWork) -> bool:
    return any(role.admits(uow.principal, person) for role in (*OFFICE, AUDITOR, ITSELF))
