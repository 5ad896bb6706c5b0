"""`MakeLetterPaper`: make the paper of a letter that goes out, with the words of its author."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.generated_documents.aggregate import papers
from korpu_partners.generated_documents.domain.lifecycle import PaperStatus
from korpu_partners.generated_documents.facts import PaperMade
from korpu_partners.generated_documents.inputs import REFUSES, MakeLetterPaper
from korpu_partners.generated_documents.policies.letter_documents import letter_paper
from korpu_partners.generated_documents.policies.typesetting import make
from korpu_partners.generated_documents.refusals import NotOutgoing
from korpu_partners.generated_documents.tables import Paper
from korpu_partners.permissions import DEPARTMENT


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], emits=[PaperMade], refuses=[*REFUSES, NotOutgoing])
async def make_letter_paper(command: MakeLetterPaper, uow: UnitOfWork) -> Paper:
    """Make the paper of a letter that goes out, with the words of its author."""
    return await make(await letter_paper(command, uow), uow)
