"""Reading what messages do not carry: the persons through whom organisations are reached, and their consents."""

from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_chassis.validation.codes import Email, Phone, Text
from korpu_partners.organisations.consents import ContactConsent
from korpu_partners.organisations.domain.reach import Reach
from korpu_partners.organisations.domain.retention import usable
from korpu_partners.organisations.parts import ContactRole, Ground
from korpu_partners.organisations.policies.reach import CONTACT_READERS, reach_of_agreements, reach_of_organisations
from korpu_partners.organisations.tables import Organisation

router = APIRouter(tags=["reading"])
Resolved = Callable[[Sequence[UUID], UnitOfWork], Awaitable[dict[UUID, list[Reach]]]]
PERSONAL = ("name", "email", "phone")


class ReadContacts(LoggedBatch):
    """The contacts of some organisations."""


class ContactPerson(BaseModel):
    """One contact with the person behind it."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    role: ContactRole
    mailbox: Email | None
    name: Text | None
    position: Text | None
    email: Email | None
    phone: Phone | None
    agreement_id: UUID | None
    ground: Ground | None
    evidence: Text | None


class ContactsOf(BaseModel):
    """The contacts of one organisation."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    contacts: list[ContactPerson]


class ContactsRead(BaseModel):
    """Those of the organisations asked for whose contacts the caller may read; the others are absent without a hint."""

    organisations: list[ContactsOf]


@router.post("/contacts/read", response_model=ContactsRead, responses=PROBLEMS, openapi_extra=takes(ReadContacts))
async def read_contacts(request: Request) -> Response:
    """Read the persons through whom some organisations are reached; every look is written down."""
    async with asked(request, ReadContacts) as (question, uow):
        seen = await _readable(question.ids, uow)
        await uow.log_read([each.id for each in seen], (*PERSONAL, "position"), question.purpose)
        return answer(ContactsRead(organisations=[_of(each, uow) for each in seen]))


def _of(organisation: Organisation, uow: UnitOfWork) -> ContactsOf:
    shown = [usable(each, organisation.consents, uow.today) for each in organisation.contacts]
    return ContactsOf(id=organisation.id, contacts=[ContactPerson.model_validate(each) for each in shown])


class ReadConsents(LoggedBatch):
    """What the contact persons of some organisations have agreed to."""


class ConsentRead(ContactConsent):
    """A consent, and whether it still holds today."""

    in_force: bool


class ConsentsOf(BaseModel):
    """The consents of one organisation's contact persons."""

    id: UUID
    consents: list[ConsentRead]


class ConsentsRead(BaseModel):
    """Those of the organisations asked for whose contacts the caller may read; the others are absent without a hint."""

    organisations: list[ConsentsOf]


@router.post(
    "/contacts/consents/read", response_model=ConsentsRead, responses=PROBLEMS, openapi_extra=takes(ReadConsents)
)
async def read_consents(request: Request) -> Response:
    """Read what contact persons have agreed to, and where that is written; every look is written down."""
    async with asked(request, ReadConsents) as (question, uow):
        seen = await _readable(question.ids, uow)
        await uow.log_read([each.id for each in seen], ("consents",), question.purpose)
        return answer(ConsentsRead(organisations=[_agreed(each, uow) for each in seen]))


def _agreed(organisation: Organisation, uow: UnitOfWork) -> ConsentsOf:
    told = [ConsentRead(**dict(each), in_force=each.holds(uow.today)) for each in organisation.consents]
    return ConsentsOf(id=organisation.id, consents=told)


async def _readable(ids: Sequence[UUID], uow: UnitOfWork) -> list[Organisation]:
    found = await uow.find(Organisation, col(Organisation.id).in_(ids))
    return [each for each in found if any(role.admits(uow.principal, each) for role in CONTACT_READERS)]


class ReachOf(BaseModel):
    """Through whom one organisation or agreement is reached."""

    id: UUID
    reach: list[Reach]


class ReachRead(BaseModel):
    """Those asked for whose contacts the caller may read; the others are absent without a hint."""

    found: list[ReachOf]


@router.post("/contacts/reach", response_model=ReachRead, responses=PROBLEMS, openapi_extra=takes(ReadContacts))
async def reach_organisations(request: Request) -> Response:
    """Read through whom some organisations are reached today, for each task: their own contacts before those above."""
    return await _reached(request, reach_of_organisations, "ReachOrganisations")


@router.post("/agreements/reach", response_model=ReachRead, responses=PROBLEMS, openapi_extra=takes(ReadContacts))
async def reach_agreements(request: Request) -> Response:
    """Read through whom the partners of some agreements are reached today, for each task and party."""
    return await _reached(request, reach_of_agreements, "ReachAgreements")


async def _reached(request: Request, resolved: Resolved, name: str) -> Response:
    async with asked(request, ReadContacts, name) as (question, uow):
        found = await resolved(question.ids, uow)
        about = sorted({each.holder_id for reaches in found.values() for each in reaches})
        await uow.log_read(about, PERSONAL, question.purpose)
    return answer(ReachRead(found=[ReachOf(id=id, reach=reaches) for id, reaches in found.items()]))
