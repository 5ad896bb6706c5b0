"""What partners' other aggregates may ask of papers: ids come in, values go out."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.codes import PaperStatus
from korpu_partners.generated_documents.domain.templates import Template
from korpu_partners.generated_documents.tables import Paper


@dataclass(frozen=True)
class PaperAsEvidence:
    """What counts about a paper that is named as evidence."""

    is_revoked: bool
    is_notice: bool
    effective: date | None


async def hold_paper(id: UUID, agreement_id: UUID, uow: UnitOfWork) -> PaperAsEvidence | None:
    """The paper of this agreement, which nobody revokes until the transaction ends; None if there is no such paper."""
    named = select(col(Paper.template), col(Paper.status), col(Paper.effective)).where(
        col(Paper.id) == id, col(Paper.agreement_id) == agreement_id
    )
    row = (await uow.session.execute(named.with_for_update(read=True, key_share=True))).one_or_none()
    if row is None:
        return None
    template, status, effective = row
    return PaperAsEvidence(status == PaperStatus.REVOKED, template == Template.TERMINATION, effective)
