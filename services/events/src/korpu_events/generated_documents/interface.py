"""What events' other aggregates may ask of papers: ids come in, values go out."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.attachments import Attachment
from korpu_documents.papers.personal import forget_paper
from korpu_events.files import files
from korpu_events.generated_documents.facts import EventPaperForgotten
from korpu_events.generated_documents.tables import EventPaper


@dataclass(frozen=True)
class Certificate:
    """A certificate of attendance that holds, with its file."""

    id: UUID
    number: str
    languages: Sequence[str]
    file: Attachment


async def certificates_of(registration_id: UUID, uow: UnitOfWork) -> list[Certificate]:
    """The certificates that were made for whoever registered so, the newest first; what was revoked is none."""
    of_it = col(EventPaper.registration_id) == registration_id, col(EventPaper.revoked_on).is_(None)
    found = [each for each in await uow.find(EventPaper, *of_it) if each.files]
    newest = sorted(found, key=lambda each: each.id, reverse=True)
    return [Certificate(each.id, each.number, each.languages, each.file) for each in newest]


async def forget_certificates(uow: UnitOfWork, *, event_id: UUID | None = None, person_id: UUID | None = None) -> None:
    """Let go of the files of certificates of a forgotten person, or of the guests of an event."""
    whose = col(EventPaper.person_id) == person_id if person_id else col(EventPaper.person_id).is_(None)
    of = [whose, *([col(EventPaper.event_id) == event_id] if event_id else [])]
    found = await uow.find(EventPaper, col(EventPaper.registration_id).is_not(None), *of)
    for each in sorted(found, key=lambda paper: paper.id):
        await forget_paper(await uow.take(EventPaper, each.id), files, EventPaperForgotten(), uow)


async def forget_papers(visit_id: UUID, uow: UnitOfWork) -> None:
    """Let go of the files of a visit's papers that name somebody; that they were made stays."""
    found = await uow.find(EventPaper, col(EventPaper.visit_id) == visit_id)
    for each in sorted((each for each in found if each.person_ids), key=lambda paper: paper.id):
        await forget_paper(await uow.take(EventPaper, each.id), files, EventPaperForgotten(), uow)
