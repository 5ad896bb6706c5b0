"""`RevokePaper`: revoke a paper that was wrong; its file stays, and whoever checks it is told."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.interface import notice_of
from korpu_partners.generated_documents.aggregate import papers
from korpu_partners.generated_documents.domain.lifecycle import PaperStatus
from korpu_partners.generated_documents.facts import PaperRevoked
from korpu_partners.generated_documents.refusals import NoticeInUse
from korpu_partners.generated_documents.tables import Paper
from korpu_partners.permissions import DEPARTMENT


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
    if paper.agreement_id and await notice_of(paper.agreement_id, uow) == paper.id:
        raise NoticeInUse
    paper.status, paper.reason, paper.revoked_on = PaperStatus.REVOKED, command.reason, uow.today
    await uow.emit(paper, PaperRevoked(reason=command.reason))
