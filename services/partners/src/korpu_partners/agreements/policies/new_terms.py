"""Terms take the place of others: approvals of these are void, and they stay readable."""

from korpu_chassis.commands.aggregate import Moves
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.domain.lifecycle import UNSIGNED, Status
from korpu_partners.agreements.domain.proposals import articles_of, conditions_of, obligations_of
from korpu_partners.agreements.domain.reviews import review_of
from korpu_partners.agreements.facts import AgreementTermsChanged
from korpu_partners.agreements.inputs import NewTerms
from korpu_partners.agreements.policies.draft import require_valid_draft
from korpu_partners.agreements.policies.parties import with_successors
from korpu_partners.agreements.refusals.terms import TermsUnchanged
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Terms, terms_hash

REVIEW_AGAIN: Moves = {**{status: [status] for status in UNSIGNED}, Status.APPROVED: [Status.IN_REVIEW]}


def rewritten(terms: Terms, wanted: NewTerms) -> Terms:
    """The terms with what is wanted in place of what was."""
    given = {name: value for name in ("starts", "ends", "renewal") if (value := getattr(wanted, name)) is not None}
    if wanted.conditions is not None:
        given["conditions"] = conditions_of(wanted.conditions, terms.conditions)
    if wanted.obligations is not None:
        given["obligations"] = obligations_of(wanted.obligations, terms.obligations)
    if wanted.articles is not None:
        given["articles"] = articles_of(wanted.articles, terms.articles)
    changed = terms.model_copy(update=given)
    drops_end = changed.evergreen and wanted.ends is None
    return changed.model_copy(update={"ends": None}) if drops_end else changed


async def take_terms(agreement: Agreement, terms: Terms, uow: UnitOfWork) -> None:
    """Put new terms in place of the present ones, which stay readable once they were reviewed."""
    terms = await with_successors(terms, uow)
    await require_valid_draft(terms, uow)
    digest = terms_hash(terms)
    if digest == agreement.terms_hash:
        raise TermsUnchanged
    voided = tuple(approval.by for approval in agreement.approvals)
    if agreement.review:
        agreement.former_terms = (*agreement.former_terms, agreement.version_of_terms(uow.today))
    agreement.terms, agreement.terms_hash = terms, digest
    agreement.terms_version += 1
    agreement.terms_author = uow.principal.subject
    agreement.kind, agreement.partner_ids = terms.kind, list(terms.partner_ids)
    agreement.approved_on, agreement.review = None, None
    if agreement.status in (Status.IN_REVIEW, Status.APPROVED):
        agreement.status = Status.IN_REVIEW
        agreement.review = review_of(terms, agreement.terms_version, digest, agreement.unit, uow.today)
    await uow.emit(agreement, AgreementTermsChanged(terms_version=agreement.terms_version, voided=voided))
