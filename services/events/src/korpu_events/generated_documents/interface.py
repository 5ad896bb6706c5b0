"""What events' other aggregates may ask of papers: ids come in, values go out."""

from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.personal import forget_paper
from korpu_events.files import files
from korpu_events.generated_documents.facts import EventPaperForgotten
from korpu_events.generated_documents.tables import EventPaper


async def forget_papers(visit_id: UUID, uow: UnitOfWork) -> None:
    """Let go of the files of a visit's papers that name somebody; that they were made stays."""
    found = await uow.find(EventPaper, col(EventPaper.visit_id) == visit_id)
    for each in sorted((each for each in found if each.person_ids), key=lambda paper: paper.id):
        await forget_paper(await uow.take(EventPaper, each.id), files, EventPaperForgotten(), uow)
