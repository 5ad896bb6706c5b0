"""Questions of guests: whoever has an e-mail address asks the office, and gets a link to the answer."""

from datetime import date
from typing import Annotated
from uuid import UUID

import structlog
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.guest_links.routes import UNKEPT
from korpu_chassis.http.middleware import JSON, PROBLEM_RESPONSE
from korpu_chassis.i18n.text import Language
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.runtime.routes import context_of, read_body, takes
from korpu_mobility.enquiries.domain.lifecycle import Channel, Status
from korpu_mobility.enquiries.guests import ASKER
from korpu_mobility.enquiries.inputs import AskerEmail, AskerName, OpportunityId, OrganisationId, Question
from korpu_mobility.enquiries.policies.receiving import in_turn, receive
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.guest_links import guest_links
from korpu_mobility.topics import Topic

router = APIRouter(tags=["enquiries"])
DAYS = 90

log = structlog.get_logger()


class AskAsGuest(BaseModel):
    """Who asks what; nothing of it is published but the topic, the language and what it is about."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: AskerName
    email: AskerEmail
    topic: Topic
    question: Question
    language: Annotated[Language, Field(description="The language in which the answer is wanted.")] = "az"
    opportunity_id: OpportunityId | None = None
    organisation_id: OrganisationId | None = None


class AskedAsGuest(BaseModel):
    """The number of the enquiry, by when it is answered, and the link to the answer, which is told this once."""

    code: str
    status: Status
    due: date
    link: str


@router.post(
    "/guest-enquiries",
    status_code=201,
    response_model=AskedAsGuest,
    responses=dict.fromkeys((400, 409, 413, 415, 422, 429, 503), PROBLEM_RESPONSE),
    openapi_extra=takes(AskAsGuest),
)
async def ask_as_guest(request: Request) -> Response:
    """Ask the office something without an account; the same question sent twice is one enquiry."""
    context, asked = context_of(request), await read_body(request, AskAsGuest)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, Principal.anonymous, "AskAsGuest")
        await in_turn(asked.email, uow)
        enquiry = await _again(asked, uow) or await _received(asked, uow)
        secret = await guest_links.issue("enquiry", enquiry, ASKER, DAYS, uow)
        link = f"/guest#{uow.service}.{secret}"
        told = AskedAsGuest(code=enquiry.code, status=Status(enquiry.status), due=enquiry.due, link=link)
    log.info("enquiry.asked", id=str(enquiry.id))
    return Response(told.model_dump_json(), 201, UNKEPT, JSON)


async def _received(asked: AskAsGuest, uow: UnitOfWork) -> Enquiry:
    links: dict[str, UUID | None] = asked.model_dump(include={"opportunity_id", "organisation_id"})
    who = {"asker_name": asked.name, "asker_email": asked.email, "channel": Channel.GUEST}
    about = {"topic": asked.topic, "language": asked.language}
    return await receive(asked.question, uow, published=True, **who, **about, **links)


async def _again(asked: AskAsGuest, uow: UnitOfWork) -> Enquiry | None:
    """The enquiry of the same words from the same address that nobody has seen to yet."""
    waiting = await uow.find(Enquiry, col(Enquiry.asker_email) == asked.email, col(Enquiry.status) == Status.RECEIVED)
    return next((each for each in waiting if [said.text for said in each.exchange] == [asked.question]), None)
