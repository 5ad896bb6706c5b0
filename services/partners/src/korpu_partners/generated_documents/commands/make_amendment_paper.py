"""`MakeAmendmentPaper`: make the paper of an amendment: each change with what held before."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.generated_documents.aggregate import papers
from korpu_partners.generated_documents.domain.lifecycle import PaperStatus
from korpu_partners.generated_documents.facts import PaperMade
from korpu_partners.generated_documents.inputs import REFUSES, MakeAmendmentPaper
from korpu_partners.generated_documents.policies.amendment_content import amendment_paper
from korpu_partners.generated_documents.policies.typesetting import make
from korpu_partners.generated_documents.refusals import NoSuchAmendment, NothingApproved
from korpu_partners.generated_documents.tables import Paper
from korpu_partners.permissions import DEPARTMENT


@papers.creates(
    who=DEPARTMENT,
    to=[PaperStatus.ISSUED],
    emits=[PaperMade],
    refuses=[*REFUSES, NoSuchAmendment, NothingApproved],
)
async def make_amendment_paper(command: MakeAmendmentPaper, uow: UnitOfWork) -> Paper:
    """Make the paper of an amendment: each change with what held before."""
    return await make(await amendment_paper(command, uow), uow)
