"""Papers that name persons: whom they name by id, and how their files go when a person is forgotten."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence.store import parts
from korpu_documents.attachments import Attachment
from korpu_documents.files import FileService
from korpu_documents.papers.state import PaperStated
from korpu_documents.papers.tables import PaperRecord


class PersonalPaperRecord(PaperRecord):
    """A paper on which persons stand by name: in its file alone, which goes when one of them is forgotten."""

    person_ids: tuple[UUID, ...] = parts(UUID)
    forgotten_on: date | None = None

    @property
    def title(self) -> Any:
        """What it is about; no person is named in it."""
        return self.about

    @property
    def parties(self) -> list[dict[str, Any]]:
        """The organisations that it names."""
        return self.named

    @property
    def files(self) -> tuple[Attachment, ...]:
        """Its file, as long as it is kept; that it was made, and its hash, stay."""
        return () if self.forgotten_on else (self.file,)

    @property
    def named_in(self) -> Sequence[UUID]:
        """Whose access log a look at its file stands in, besides that of the paper."""
        return (self.id, *self.person_ids)


class PersonalPaperStated(PaperStated):
    """What is said of a paper that names persons: who they are by id."""

    person_ids: tuple[UUID, ...]
    forgotten_on: date | None


async def forget_paper(paper: PersonalPaperRecord, files: FileService, fact: Fact, uow: UnitOfWork) -> None:
    """Let go of the file of a paper; whoever holds it on paper can still have it checked."""
    if paper.forgotten_on is None:
        paper.forgotten_on = uow.today
        await files.detach(uow, paper, paper.file)
        await uow.emit(paper, fact)
