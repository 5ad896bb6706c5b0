"""Reading what is never published of enquiries: who asked, what was asked, and what was answered."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.commands.permission import Role
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.permissions import AUDITOR, DESK, THE_PERSON
from korpu_mobility.restricted_fields import told

router = APIRouter(tags=["enquiries"])


class EnquiryField(StrEnum):
    """What concerns only whoever asked and those who answer."""

    ASKER_NAME = "asker_name"
    ASKER_EMAIL = "asker_email"
    EXCHANGE = "exchange"
    REASON = "reason"


WORDS = (*DESK, AUDITOR, THE_PERSON)
READERS: dict[EnquiryField, tuple[Role, ...]] = dict.fromkeys(EnquiryField, WORDS)


class ReadEnquiries(LoggedBatch):
    """Some fields of some enquiries."""

    fields: Annotated[tuple[EnquiryField, ...], Field(min_length=1, max_length=len(EnquiryField))]


class EnquiriesRead(BaseModel):
    """Those of the enquiries asked for of which the caller may read something; others are absent without a hint."""

    enquiries: list[dict[str, Any]]


@router.post("/enquiries/read", response_model=EnquiriesRead, responses=PROBLEMS, openapi_extra=takes(ReadEnquiries))
async def read_enquiries(request: Request) -> Response:
    """Read what was asked and answered, as far as the caller may; every look is written down."""
    async with asked(request, ReadEnquiries) as (question, uow):
        found = await uow.find(Enquiry, col(Enquiry.id).in_(question.ids))
        return answer(EnquiriesRead(enquiries=await told(found, question.fields, READERS, question.purpose, uow)))
