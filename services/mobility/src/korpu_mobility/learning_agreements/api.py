"""Reading what is never published of learning agreements: levels, comments, reasons, mailboxes and grades."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_documents.attachments import Attachment
from korpu_mobility.files import files
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import AUDITOR, DESK, THE_PERSON
from korpu_mobility.restricted_fields import told

router = APIRouter(tags=["learning agreements"])


class LearningAgreementField(StrEnum):
    """What was written about a learning agreement and concerns only the person and those who arrange the stay."""

    REASON = "reason"
    COMMENT = "comment"
    LANGUAGE_LEVEL = "language_level"
    CONTACTS = "contacts"
    TRANSCRIPT = "transcript"
    RECOGNITION = "recognition"


TOLD = (*DESK, AUDITOR, THE_PERSON)
READERS = dict.fromkeys(LearningAgreementField, TOLD)


class ReadLearningAgreements(LoggedBatch):
    """Some fields of some learning agreements."""

    fields: Annotated[tuple[LearningAgreementField, ...], Field(min_length=1, max_length=len(LearningAgreementField))]


class LearningAgreementsRead(BaseModel):
    """Those of the agreements asked for that the caller may read; the others are absent without a hint."""

    learning_agreements: list[dict[str, Any]]


@router.post(
    "/learning-agreements/read",
    response_model=LearningAgreementsRead,
    responses=PROBLEMS,
    openapi_extra=takes(ReadLearningAgreements),
)
async def read_learning_agreements(request: Request) -> Response:
    """Read levels, comments, reasons and mailboxes of some agreements; every look is logged under the person."""
    async with asked(request, ReadLearningAgreements) as (question, uow):
        found = await uow.find(LearningAgreement, col(LearningAgreement.id).in_(question.ids))
        read = await told(found, question.fields, READERS, question.purpose, uow)
        return answer(LearningAgreementsRead(learning_agreements=read))


def gives(agreement: LearningAgreement, _: Attachment, who: Principal) -> bool:
    """Transcript and recognition are read by those who read the grades."""
    return any(role.admits(who, agreement) for role in TOLD)


files.hang(learning_agreements, lambda agreement: agreement.files, may=gives)
