"""Whether a paper still stands, and who reads it: revoking it, and following the letter that it is of."""

from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.papers.lifecycle import NoticeInUse, PaperStatus
from korpu_partners.papers.messages import PaperRefiled, PaperRevoked
from korpu_partners.papers.room import papers
from korpu_partners.papers.subjects import ends_by
from korpu_partners.papers.tables import Paper
from korpu_partners.people import DEPARTMENT


class RevokePaper(Changes):
    """Why the paper is not to be trusted any more; whoever checks it reads this, so no names of persons."""

    reason: Text


@papers.changes(
    who=DEPARTMENT,
    when=[PaperStatus.ISSUED],
    to=[PaperStatus.REVOKED],
    emits=[PaperRevoked],
    refuses=[NoticeInUse],
)
async def revoke_paper(paper: Paper, command: RevokePaper, uow: UnitOfWork) -> None:
    """Revoke a paper that was wrong; its file stays, and whoever checks it is told."""
    if paper.agreement_id and await ends_by(paper.agreement_id, uow) == paper.id:
        raise NoticeInUse
    paper.status, paper.reason, paper.revoked_on = PaperStatus.REVOKED, command.reason, uow.today
    await uow.emit(paper, PaperRevoked(reason=command.reason))


async def refile(letter_id: UUID, version: int, *, confidential: bool, unit: str | None, uow: UnitOfWork) -> None:
    """Let the papers of a letter be read by those who read the letter; an older word changes nothing."""
    for found in await uow.find(Paper, col(Paper.letter_id) == letter_id):
        paper = await uow.lock(Paper, found.id)
        if version <= paper.subject_version or (paper.confidential, paper.unit) == (confidential, unit):
            continue
        paper.subject_version, paper.confidential, paper.unit = version, confidential, unit
        await uow.emit(paper, PaperRefiled())
