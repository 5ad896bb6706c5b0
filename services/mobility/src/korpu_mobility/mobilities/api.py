"""Reading what is never published of stays: reasons, language levels, insurance, whom to call, grant and papers."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.commands.permission import Role
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_mobility.files import files
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.policies.files import MONEY, WORDS, files_shown, gives
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import AUDITOR, FINANCE, OFFICE, THE_PERSON
from korpu_mobility.restricted_fields import told

router = APIRouter(tags=["mobilities"])


class MobilityField(StrEnum):
    """What was written about a stay and concerns only the person and those who arrange it."""

    REASON = "reason"
    LANGUAGE_LEVEL = "language_level"
    INSURANCE = "insurance"
    EMERGENCY_CONTACT = "emergency_contact"
    GRANT = "grant"
    GRANTED = "granted"
    FILES = "files"


READERS: dict[MobilityField, tuple[Role, ...]] = {
    MobilityField.REASON: WORDS,
    MobilityField.LANGUAGE_LEVEL: WORDS,
    MobilityField.INSURANCE: (*OFFICE, AUDITOR, THE_PERSON),
    # Whoever is to be called is somebody else's family: only those know who would call.
    MobilityField.EMERGENCY_CONTACT: (*OFFICE, THE_PERSON),
    MobilityField.GRANT: MONEY,
    MobilityField.GRANTED: MONEY,
    # Each kind of paper has its own readers besides.
    MobilityField.FILES: (*WORDS, FINANCE),
}


class ReadMobilities(LoggedBatch):
    """Some fields of some stays."""

    fields: Annotated[tuple[MobilityField, ...], Field(min_length=1, max_length=len(MobilityField))]


class MobilitiesRead(BaseModel):
    """Those of the stays asked for that the caller may read; the others are absent without a hint."""

    mobilities: list[dict[str, Any]]


@router.post(
    "/mobilities/read",
    response_model=MobilitiesRead,
    responses=PROBLEMS,
    openapi_extra=takes(ReadMobilities),
)
async def read_mobilities(request: Request) -> Response:
    """Read what was written about some stays, as far as the caller may; every look is logged under the person."""
    async with asked(request, ReadMobilities) as (question, uow):
        found = await uow.find(Mobility, col(Mobility.id).in_(question.ids))
        read = await told(found, question.fields, READERS, question.purpose, uow, reckoned={MobilityField.FILES})
        if MobilityField.FILES in question.fields:
            shown = {stay.id: files_shown(stay, uow.principal) for stay in found if _has_files(stay, uow.principal)}
            read = [each | ({"files": shown[each["id"]]} if each["id"] in shown else {}) for each in read]
        return answer(MobilitiesRead(mobilities=read))


def _has_files(stay: Mobility, who: Principal) -> bool:
    return any(role.admits(who, stay) for role in READERS[MobilityField.FILES])


files.hang(
    mobilities,
    lambda mobility: mobility.attachments,
    may=gives,
    about=lambda mobility: (mobility.id, mobility.person_id),
)
