"""Which papers are made: of agreements, their amendments and their end, and of letters."""

from korpu_partners.generated_documents.aggregate import paper_service
from korpu_partners.generated_documents.inputs import (
    MakeAgreementPaper,
    MakeAmendmentPaper,
    MakeLetterPaper,
    MakeTerminationPaper,
)
from korpu_partners.generated_documents.policies.agreement_documents import agreement_paper, termination_paper
from korpu_partners.generated_documents.policies.amendment_content import amendment_paper
from korpu_partners.generated_documents.policies.letter_documents import letter_paper
from korpu_partners.generated_documents.refusals import (
    NoSuchAmendment,
    NotAParty,
    NotBinding,
    NothingApproved,
    NotOutgoing,
    TemplateTooOld,
)
from korpu_partners.permissions import DEPARTMENT

paper_service.makes(
    MakeAgreementPaper,
    agreement_paper,
    "Make the paper of an agreement in one language or in two side by side.",
    who=DEPARTMENT,
    refuses=[NothingApproved, NotAParty, TemplateTooOld],
)
paper_service.makes(
    MakeAmendmentPaper,
    amendment_paper,
    "Make the paper of an amendment: each change with what held before.",
    who=DEPARTMENT,
    refuses=[NoSuchAmendment, NothingApproved, NotAParty, TemplateTooOld],
)
paper_service.makes(
    MakeLetterPaper,
    letter_paper,
    "Make the paper of a letter that goes out, with the words of its author.",
    who=DEPARTMENT,
    refuses=[NotOutgoing],
)
paper_service.makes(
    MakeTerminationPaper,
    termination_paper,
    "Make the notice of termination that `TerminateAgreement` then names as its document.",
    who=DEPARTMENT,
    refuses=[NotBinding, TemplateTooOld],
)
