"""Evidence that must be there: files that hang on the agreement, and papers that were made of it."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Uuid, column, select, table

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

_paper = table(
    "paper",
    *(column(name, Uuid) for name in ("id", "agreement_id")),
    *(column(name) for name in ("template", "status")),
    column("effective", Date),
)


EVIDENCE_REFUSALS = (NoSuchFile, NoSuchPaper, PaperIsRevoked)


async def check_evidence(agreement: Agreement, given: Evidence | None, path: str, uow: UnitOfWork) -> Any:
    """What the evidence names is there; gives the paper, which nobody revokes until this work is done."""
    if given is None:
        return None
    files = {each.attachment.id for each in agreement.documents if each.attachment}
    if given.attachment_id and given.attachment_id not in files:
        raise NoSuchFile(f"{path}.attachment_id")
    return await _paper_of(agreement.id, given.paper_id, f"{path}.paper_id", uow) if given.paper_id else None


async def check_notice(agreement: Agreement, given: Evidence, effective: date, uow: UnitOfWork) -> None:
    """A termination names its notice: the paper that says this day, or a file of the agreement."""
    if not (given.attachment_id or given.paper_id):
        raise NoticeMissing("document")
    paper = await check_evidence(agreement, given, "document", uow)
    if paper and (paper.template, paper.effective) != ("termination", effective):
        raise NotTheNotice("document.paper_id", effective=effective.isoformat())


async def _paper_of(agreement_id: UUID, paper_id: UUID, path: str, uow: UnitOfWork) -> Any:
    named = select(_paper).where(_paper.c.id == paper_id, _paper.c.agreement_id == agreement_id)
    paper = (await uow.session.execute(named.with_for_update(read=True, key_share=True))).one_or_none()
    if paper is None:
        raise NoSuchPaper(path)
    if paper.status == "revoked":
        raise PaperIsRevoked(path)
    return paper
