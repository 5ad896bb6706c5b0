"""Reading what messages do not carry of letters: the confidential subject, the name, the note; each look is logged."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col

from korpu_chassis.codes import Text
from korpu_chassis.doors import PROBLEM_RESPONSE
from korpu_chassis.http import answer, door_of, read_body, takes
from korpu_chassis.refusals import Unauthenticated
from korpu_chassis.text import LocalizedText
from korpu_partners.letters.room import letters
from korpu_partners.letters.tables import Letter

router = APIRouter(tags=["reading"])
MOST = 500
PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 413, 415, 422, 503), PROBLEM_RESPONSE)


class ReadLetters(BaseModel):
    """What is not published of some letters."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    ids: Annotated[tuple[UUID, ...], Field(max_length=MOST)]
    purpose: Annotated[Text | None, Field(max_length=200, description="Why; it stands in the access log.")] = None


class PrivateLetter(BaseModel):
    """What the office knows of one letter and publishes nowhere."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    about: LocalizedText
    person: str | None
    note: str | None


class LettersRead(BaseModel):
    """Those of the letters asked for that the caller may read; the others are absent without a hint."""

    letters: list[PrivateLetter]


@router.post("/letters/read", response_model=LettersRead, responses=PROBLEMS, openapi_extra=takes(ReadLetters))
async def read_letters(request: Request) -> Response:
    """Read what is not published of some letters; every look is written down."""
    door = door_of(request)
    principal = await door.principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    question = await read_body(request, ReadLetters)
    async with door.database.transaction() as session:
        work = door.work(session, request, principal, "ReadLetters")
        found = await work.find(Letter, col(Letter.id).in_(question.ids))
        seen = [each for each in found if letters.shows(each, principal)]
        await work.log_read([each.id for each in seen], ("about", "person", "note"), question.purpose)
        return answer(LettersRead(letters=[PrivateLetter.model_validate(each) for each in seen]))
