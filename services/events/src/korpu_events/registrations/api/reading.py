"""Reading what is never published of registrations: who the guests are, and how one takes part online."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_events.events.interface import course_of
from korpu_events.registrations.aggregate import DESK, REGISTRANT
from korpu_events.registrations.domain.vocabulary import RegistrationStatus
from korpu_events.registrations.policies.tickets import shown_ticket, ticket_as_qr
from korpu_events.registrations.tables import Registration

router = APIRouter(tags=["registrations"])


class RegistrationField(StrEnum):
    """What can be asked about a registration beside its public state."""

    NAME = "name"
    EMAIL = "email"
    AFFILIATION = "affiliation"
    NOTE = "note"
    LANGUAGE = "language"
    ONLINE_LINK = "online_link"
    TICKET = "ticket"
    QR = "qr"


PLACES = (RegistrationField.ONLINE_LINK, RegistrationField.TICKET, RegistrationField.QR)
"""What whoever has a place is told; the rest is for who writes to the guests. A ticket is its bearer's alone."""


class ReadRegistrations(LoggedBatch):
    """Some fields of some registrations."""

    fields: Annotated[tuple[RegistrationField, ...], Field(min_length=1, max_length=len(RegistrationField))]


class RegistrationsRead(BaseModel):
    """Those of the registrations asked for that the caller may read; the others are absent without a hint."""

    registrations: list[dict[str, Any]]


@router.post(
    "/registrations/read",
    response_model=RegistrationsRead,
    responses=PROBLEMS,
    openapi_extra=takes(ReadRegistrations),
)
async def read_registrations(request: Request) -> Response:
    """Read who guests are and how one takes part online; every look at a guest is written down."""
    async with asked(request, ReadRegistrations) as (question, uow):
        found = await uow.find(Registration, col(Registration.id).in_(question.ids))
        links = await _links(found, uow) if RegistrationField.ONLINE_LINK in question.fields else {}
        read = [_told(each, question.fields, uow.principal, links.get(each.event_id)) for each in found]
        told = [each for each in read if each]
        private = sorted(set(question.fields) - set(PLACES))
        seen = [each["id"] for each in told if set(each) & set(private)]
        await uow.log_read(seen, private, question.purpose)
        return answer(RegistrationsRead(registrations=told))


async def _links(found: Any, uow: Any) -> dict[Any, str | None]:
    events = sorted({each.event_id for each in found})
    return {each: (await course_of(each, uow)).online_link for each in events}


def _told(registration: Registration, fields: Any, who: Principal, link: str | None) -> dict[str, Any]:
    """The fields that this caller may read; nothing at all of a registration that is somebody else's."""
    desk = any(role.admits(who, registration) for role in DESK)
    if not desk and not REGISTRANT.admits(who, registration):
        return {}
    plain = {each.value: getattr(registration, each.value) for each in fields if each not in PLACES} if desk else {}
    if registration.status != RegistrationStatus.REGISTERED:
        return {"id": registration.id, **plain}
    own = REGISTRANT.admits(who, registration)
    place = {
        RegistrationField.ONLINE_LINK: link,
        RegistrationField.TICKET: shown_ticket(registration) if own else None,
        RegistrationField.QR: ticket_as_qr(registration) if own and RegistrationField.QR in fields else None,
    }
    return {"id": registration.id, **plain, **{each.value: place[each] for each in fields if each in PLACES}}
