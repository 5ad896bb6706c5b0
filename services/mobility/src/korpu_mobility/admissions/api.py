"""Reading what is never published of admissions: numbers, addresses, documents, rules and reasons."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.commands.permission import Role
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import AUDITOR, DESK, MIGRATION_LIAISON, OFFICE, THE_PERSON
from korpu_mobility.restricted_fields import told

router = APIRouter(tags=["admissions"])


class AdmissionField(StrEnum):
    """What was written about an admission and concerns only the person and those who have to do with it."""

    REASON = "reason"
    PORTAL_NUMBER = "portal_number"
    RESIDENCE = "residence"
    DOCUMENTS = "documents"
    VISA = "visa"
    PLACE = "place"
    PERMIT = "permit"
    PERMIT_APPLICATION = "permit_application"
    CLOCKS = "clocks"


WORDS = (*DESK, AUDITOR, THE_PERSON)
STAY = (*OFFICE, MIGRATION_LIAISON, AUDITOR, THE_PERSON)
READERS: dict[AdmissionField, tuple[Role, ...]] = {
    AdmissionField.REASON: WORDS,
    AdmissionField.PORTAL_NUMBER: WORDS,
    AdmissionField.RESIDENCE: STAY,
    AdmissionField.DOCUMENTS: WORDS,
    AdmissionField.VISA: STAY,
    AdmissionField.PLACE: STAY,
    AdmissionField.PERMIT: STAY,
    AdmissionField.PERMIT_APPLICATION: STAY,
    # By which form of a rule somebody was judged tells of which country they are a citizen.
    AdmissionField.CLOCKS: STAY,
}


class ReadAdmissions(LoggedBatch):
    """Some fields of some admissions."""

    fields: Annotated[tuple[AdmissionField, ...], Field(min_length=1, max_length=len(AdmissionField))]


class AdmissionsRead(BaseModel):
    """Those of the admissions asked for of which the caller may read something; others are absent without a hint."""

    admissions: list[dict[str, Any]]


@router.post("/admissions/read", response_model=AdmissionsRead, responses=PROBLEMS, openapi_extra=takes(ReadAdmissions))
async def read_admissions(request: Request) -> Response:
    """Read what was written about some admissions, as far as the caller may; every look is logged under the person."""
    async with asked(request, ReadAdmissions) as (question, uow):
        found = await uow.find(Admission, col(Admission.id).in_(question.ids))
        return answer(AdmissionsRead(admissions=await told(found, question.fields, READERS, question.purpose, uow)))
