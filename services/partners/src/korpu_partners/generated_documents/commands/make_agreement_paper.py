"""`MakeAgreementPaper`: make the paper of an agreement in one language or in two side by side."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.generated_documents.aggregate import papers
from korpu_partners.generated_documents.domain.lifecycle import PaperStatus
from korpu_partners.generated_documents.facts import PaperMade
from korpu_partners.generated_documents.inputs import REFUSES, MakeAgreementPaper
from korpu_partners.generated_documents.policies.agreement_documents import agreement_paper
from korpu_partners.generated_documents.policies.typesetting import make
from korpu_partners.generated_documents.refusals import NothingApproved
from korpu_partners.generated_documents.tables import Paper
from korpu_partners.permissions import DEPARTMENT


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], emits=[PaperMade], refuses=[*REFUSES, NothingApproved])
async def make_agreement_paper(command: MakeAgreementPaper, uow: UnitOfWork) -> Paper:
    """Make the paper of an agreement in one language or in two side by side."""
    return await make(await agreement_paper(command, uow), uow)
