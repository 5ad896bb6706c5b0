"""What a guest who was there does by the own link: says how it was, and fetches the certificate."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from korpu_chassis.guest_links.links import Link, guest
from korpu_chassis.guest_links.routes import UNKEPT, SeeAsGuest
from korpu_chassis.http.middleware import JSON, PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import NotFound
from korpu_chassis.runtime.routes import context_of, read_body, takes
from korpu_documents.routes import LinkGiven, link_to
from korpu_events.feedback.interface import Answers, Comer, FeedbackOfOthers, take
from korpu_events.files import files
from korpu_events.generated_documents.interface import certificates_of
from korpu_events.guest_links import guest_links
from korpu_events.registrations.domain.vocabulary import RegistrationStatus
from korpu_events.registrations.tables import Registration

router = APIRouter(tags=["registrations"])
PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 404, 409, 413, 415, 422, 429, 503), PROBLEM_RESPONSE)


class GiveFeedbackAsGuest(SeeAsGuest):
    """What a guest says who was at the event of the link."""

    answers: Answers


class FetchCertificateAsGuest(SeeAsGuest):
    """Which certificate of those that the link shows."""

    certificate_id: UUID


class GuestFeedbackTaken(BaseModel):
    """It is counted; that is all that is kept."""

    taken: bool = True


@router.post(
    "/guest-links/feedback",
    response_model=GuestFeedbackTaken,
    responses=PROBLEMS,
    openapi_extra=takes(GiveFeedbackAsGuest),
)
async def give_feedback_as_guest(request: Request) -> Response:
    """Say of an event how it was, as a guest who was there; counted at once, and nobody keeps whose answer it is."""
    context, asked = context_of(request), await read_body(request, GiveFeedbackAsGuest)
    _, registration = await _looked(request, asked.secret, "GiveFeedbackAsGuest")
    if registration.status != RegistrationStatus.ATTENDED:
        raise FeedbackOfOthers("secret")
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, Principal.anonymous, "GiveFeedbackAsGuest")
        await take(Comer(registration.id, registration.event_id), asked.answers, uow)
    return Response(GuestFeedbackTaken().model_dump_json(), 200, UNKEPT, JSON)


@router.post(
    "/guest-links/certificate",
    response_model=LinkGiven,
    responses=PROBLEMS,
    openapi_extra=takes(FetchCertificateAsGuest),
)
async def fetch_certificate_as_guest(request: Request) -> Response:
    """A link to the file of a certificate, for the guest whom it names; each is written down under them."""
    context, asked = context_of(request), await read_body(request, FetchCertificateAsGuest)
    link, registration = await _looked(request, asked.secret, "FetchCertificateAsGuest")
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, guest(link), "FetchCertificateAsGuest")
        found = [each for each in await certificates_of(registration.id, uow) if each.id == asked.certificate_id]
        if not found:
            raise NotFound("certificate_id")
        await uow.log_read([found[0].id, registration.id], [f"file:{found[0].file.id}"], "guest link, guest")
    return Response(link_to(files, found[0].file).model_dump_json(), 200, UNKEPT, JSON)


async def _looked(request: Request, secret: str, name: str) -> tuple[Link, Registration]:
    """Whose link it is; the look counts, whatever comes of it."""
    context = context_of(request)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, Principal.anonymous, name)
        link, thing = await guest_links.look(secret, uow)
        if not isinstance(thing, Registration):
            raise NotFound("secret")
        return link, thing
