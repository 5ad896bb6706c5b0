"""Reading the words about stays that are never published: reasons and language levels."""

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col

from korpu_chassis.codes import Text
from korpu_chassis.doors import PROBLEM_RESPONSE
from korpu_chassis.http import answer, door_of, read_body, takes
from korpu_chassis.refusals import Unauthenticated
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.roles import AUDITOR, DESK, THE_PERSON

router = APIRouter(tags=["mobilities"])
READERS = (*DESK, AUDITOR, THE_PERSON)


class MobilityField(StrEnum):
    """What was written about a stay and concerns only the person and those who arrange it."""

    REASON = "reason"
    LANGUAGE_LEVEL = "language_level"


class ReadMobilities(BaseModel):
    """Some fields of some stays."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    ids: Annotated[tuple[UUID, ...], Field(max_length=500)]
    fields: Annotated[tuple[MobilityField, ...], Field(min_length=1, max_length=len(MobilityField))]
    purpose: Annotated[Text | None, Field(max_length=200, description="Why; it stands in the access log.")] = None


class MobilitiesRead(BaseModel):
    """Those of the stays asked for that the caller may read; the others are absent without a hint."""

    mobilities: list[dict[str, Any]]


@router.post(
    "/mobilities/read",
    response_model=MobilitiesRead,
    responses=dict.fromkeys((400, 401, 413, 415, 422, 503), PROBLEM_RESPONSE),
    openapi_extra=takes(ReadMobilities),
)
async def read_mobilities(request: Request) -> Response:
    """Read reasons and language levels of some stays; every look is written down under the person."""
    door = door_of(request)
    principal = await door.principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    question = await read_body(request, ReadMobilities)
    async with door.database.transaction() as session:
        work = door.work(session, request, principal, "ReadMobilities")
        stays = await work.find(Mobility, col(Mobility.id).in_(question.ids))
        seen = [stay for stay in stays if any(role.admits(principal, stay) for role in READERS)]
        fields = sorted(set(question.fields))
        await work.log_read(sorted({stay.person_id for stay in seen}), fields, question.purpose)
        told = [{"id": stay.id} | {field.value: getattr(stay, field.value) for field in fields} for stay in seen]
        return answer(MobilitiesRead(mobilities=told))
