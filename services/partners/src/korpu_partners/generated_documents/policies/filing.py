"""A paper follows the letter that it is of."""

from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.generated_documents.facts import PaperRefiled
from korpu_partners.generated_documents.tables import Paper


async def refile(letter_id: UUID, version: int, *, confidential: bool, unit: str | None, uow: UnitOfWork) -> None:
    """Let the papers of a letter be read by those who read the letter; an older word changes nothing."""
    for found in await uow.find(Paper, col(Paper.letter_id) == letter_id):
        paper = await uow.lock(Paper, found.id)
        if version <= paper.subject_version or (paper.confidential, paper.unit) == (confidential, unit):
            continue
        paper.subject_version, paper.confidential, paper.unit = version, confidential, unit
        await uow.emit(paper, PaperRefiled())
