"""Evidence that must be there: files that hang on the agreement, and papers that were made of it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.refusals.evidence import (
    NoSuchFile,
    NoSuchPaper,
    NoticeMissing,
    NotTheNotice,
    PaperIsRevoked,
)
from korpu_partners.agreements.tables import Agreement
from korpu_partners.generated_documents.interface import PaperAsEvidence, hold_paper

EVIDENCE_REFUSALS = (NoSuchFile, NoSuchPaper, PaperIsRevoked)


async def require_evidence(
    agreement: Agreement, given: Evidence | None, path: str, uow: UnitOfWork
) -> PaperAsEvidence | None:
    """What the evidence names is there; gives the paper, which nobody revokes until this work is done."""
    if given is None:
        return None
    files = {each.attachment.id for each in agreement.documents if each.attachment}
    if given.attachment_id and given.attachment_id not in files:
        raise NoSuchFile(f"{path}.attachment_id")
    return await _paper_of(agreement.id, given.paper_id, f"{path}.paper_id", uow) if given.paper_id else None


async def require_notice(agreement: Agreement, given: Evidence, effective: date, uow: UnitOfWork) -> None:
    """A termination names its notice: the paper that says this day, or a file of the agreement."""
    if not (given.attachment_id or given.paper_id):
        raise NoticeMissing("document")
    paper = await require_evidence(agreement, given, "document", uow)
    if paper and not (paper.is_notice and paper.effective == effective):
        raise NotTheNotice("document.paper_id", effective=effective.isoformat())


async def _paper_of(agreement_id: UUID, paper_id: UUID, path: str, uow: UnitOfWork) -> PaperAsEvidence:
    paper = await hold_paper(paper_id, agreement_id, uow)
    if paper is None:
        raise NoSuchPaper(path)
    if paper.is_revoked:
        raise PaperIsRevoked(path)
    return paper
