"""Reading the words about stays that are never published: reasons and language levels."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import AUDITOR, DESK, THE_PERSON

router = APIRouter(tags=["mobilities"])
READERS = (*DESK, AUDITOR, THE_PERSON)


class MobilityField(StrEnum):
    """What was written about a stay and concerns only the person and those who arrange it."""

    REASON = "reason"
    LANGUAGE_LEVEL = "language_level"


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
    """Read reasons and language levels of some stays; every look is written down under the person."""
    async with asked(request, ReadMobilities) as (question, uow):
        stays = await uow.find(Mobility, col(Mobility.id).in_(question.ids))
        seen = [stay for stay in stays if any(role.admits(uow.principal, stay) for role in READERS)]
        fields = sorted(set(question.fields))
        await uow.log_read(sorted({stay.person_id for stay in seen}), fields, question.purpose)
        told = [{"id": stay.id} | {field.value: getattr(stay, field.value) for field in fields} for stay in seen]
        return answer(MobilitiesRead(mobilities=told))
