"""What partners' other aggregates may ask of letters: ids come in, values go out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound
from korpu_partners.letters.domain.lifecycle import LetterStatus
from korpu_partners.letters.parts import Correspondent
from korpu_partners.letters.tables import Letter


@dataclass(frozen=True)
class LetterOnPaper:
    """A letter as its paper shows it."""

    id: UUID
    version: int
    code: str
    status: str
    direction: str
    unit: str | None
    confidential: bool
    travelled_on: date
    about: LocalizedText
    correspondents: Sequence[Correspondent]


SHOWN = (
    "id", "version", "code", "status", "direction", "unit", "confidential", "travelled_on", "about", "correspondents",
)  # fmt: skip


async def letter_exists(id: UUID, uow: UnitOfWork) -> bool:
    """Whether there is a letter with this id."""
    return await uow.exists(Letter, id)


async def require_letter(id: UUID | None, uow: UnitOfWork, path: str = "letter_id") -> None:
    """The letter that is named, if one is, is there."""
    if id and not await letter_exists(id, uow):
        raise NotFound(path)


async def letter_on_paper(id: UUID, uow: UnitOfWork) -> LetterOnPaper:
    """The letter with this id, as it stands now."""
    columns = [getattr(Letter, name) for name in SHOWN]
    row = (await uow.session.execute(select(*columns).where(col(Letter.id) == id))).one_or_none()
    if row is None:
        raise NotFound("letter_id")
    return LetterOnPaper(*row)


async def hold_letter(id: UUID, uow: UnitOfWork) -> int:
    """The version of a letter that nobody changes until the transaction ends."""
    return await uow.hold(Letter, id)


async def open_letters_with(organisation_ids: Sequence[UUID], uow: UnitOfWork) -> Sequence[tuple[UUID, str]]:
    """The letters from or to one of these organisations that somebody still works on, each with its status."""
    open_ = (LetterStatus.REGISTERED, LetterStatus.ASSIGNED, LetterStatus.IN_PROGRESS)
    wanted = select(col(Letter.id), col(Letter.status)).where(
        col(Letter.organisation_ids).op("&&")(organisation_ids), col(Letter.status).in_(open_)
    )
    return [(id, status) for id, status in await uow.session.execute(wanted.order_by(col(Letter.code)))]
