"""`RevokePaper`: revoke a paper that was wrong, unless an agreement ends by it."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.interface import notice_of
from korpu_partners.generated_documents.aggregate import paper_service
from korpu_partners.generated_documents.facts import PaperRevoked
from korpu_partners.generated_documents.refusals import NoticeInUse
from korpu_partners.generated_documents.tables import Paper
from korpu_partners.permissions import DEPARTMENT


async def _in_use(paper: Paper, uow: UnitOfWork) -> None:
    if paper.agreement_id and await notice_of(paper.agreement_id, uow) == paper.id:
        raise NoticeInUse


paper_service.revokes(PaperRevoked, who=DEPARTMENT, unless=_in_use, refuses=[NoticeInUse])
