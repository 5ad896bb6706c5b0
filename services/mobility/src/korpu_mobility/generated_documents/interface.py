"""What mobility's other aggregates may ask of papers: ids come in, values go out."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import cast
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.codes import PaperStatus
from korpu_documents.papers.owner import revoke_paper
from korpu_documents.papers.personal import forget_paper
from korpu_mobility.files import files
from korpu_mobility.generated_documents.facts import MobilityPaperForgotten, MobilityPaperRevoked
from korpu_mobility.generated_documents.tables import MobilityPaper

REOPENED = (
    "Qiymətləndirmə yenidən açılıb; sıralama qüvvədən düşüb. / The scoring was opened again; the ranking is void."
)


async def revoke_minutes(selection_id: UUID, uow: UnitOfWork) -> None:
    """The ranking that the minutes of a selection tell of is void: whoever checks them reads it."""
    issued = (col(MobilityPaper.selection_id) == selection_id, col(MobilityPaper.status) == PaperStatus.ISSUED)
    for each in sorted(await uow.find(MobilityPaper, *issued), key=lambda paper: paper.id):
        await revoke_paper(await uow.take(MobilityPaper, each.id), MobilityPaperRevoked(reason=REOPENED), uow)


async def forget_papers(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Let go of the files of all papers that name somebody; gives their ids. That they were made stays."""
    naming = cast(col(MobilityPaper.person_ids), JSONB).contains([str(person_id)])
    found = sorted(await uow.find(MobilityPaper, naming), key=lambda paper: paper.id)
    for each in found:
        await forget_paper(await uow.take(MobilityPaper, each.id), files, MobilityPaperForgotten(), uow)
    return [each.id for each in found]
