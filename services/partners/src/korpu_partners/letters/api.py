"""Reading what messages do not carry of letters: the confidential subject, the name, the note; each look is logged."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict
from sqlmodel import col

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.tables import Letter

router = APIRouter(tags=["reading"])


class ReadLetters(LoggedBatch):
    """What is not published of some letters."""


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
    async with asked(request, ReadLetters) as (question, uow):
        found = await uow.find(Letter, col(Letter.id).in_(question.ids))
        seen = [each for each in found if letters.shows(each, uow.principal)]
        await uow.log_read([each.id for each in seen], ("about", "person", "note"), question.purpose)
        return answer(LettersRead(letters=[PrivateLetter.model_validate(each) for each in seen]))
