"""`MakeTerminationPaper`: make the notice of termination that `TerminateAgreement` then names as its document."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.generated_documents.aggregate import papers
from korpu_partners.generated_documents.domain.lifecycle import PaperStatus
from korpu_partners.generated_documents.facts import PaperMade
from korpu_partners.generated_documents.inputs import REFUSES, MakeTerminationPaper
from korpu_partners.generated_documents.policies.agreement_documents import termination_paper
from korpu_partners.generated_documents.policies.typesetting import make
from korpu_partners.generated_documents.refusals import NotBinding
from korpu_partners.generated_documents.tables import Paper
from korpu_partners.permissions import DEPARTMENT


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], emits=[PaperMade], refuses=[*REFUSES, NotBinding])
async def make_termination_paper(command: MakeTerminationPaper, uow: UnitOfWork) -> Paper:
    """Make the notice of termination that `TerminateAgreement` then names as its document."""
    return await make(await termination_paper(command, uow), uow)
