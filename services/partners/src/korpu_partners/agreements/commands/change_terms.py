"""`ChangeTerms`: change what shall be agreed; approvals of the former terms are void, and a review begins anew."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.kinds import Kind
from korpu_partners.agreements.domain.lifecycle import UNSIGNED
from korpu_partners.agreements.facts import AgreementTermsChanged
from korpu_partners.agreements.inputs import NewTerms
from korpu_partners.agreements.policies.draft import Parties
from korpu_partners.agreements.policies.new_terms import REVIEW_AGAIN, rewritten, take_terms
from korpu_partners.agreements.refusals.obligations import PartnerClosed, PartnerUnknown
from korpu_partners.agreements.refusals.terms import TERMS_REFUSALS, TermsUnchanged
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class ChangeTerms(NewTerms):
    """What is given replaces what was to be agreed; what is left out stays."""

    kind: Kind | None = None
    parties: Parties | None = None


@agreements.changes(
    who=DEPARTMENT,
    when=UNSIGNED,
    to=REVIEW_AGAIN,
    emits=[AgreementTermsChanged],
    refuses=[*TERMS_REFUSALS, PartnerUnknown, PartnerClosed, TermsUnchanged],
)
async def change_terms(agreement: Agreement, command: ChangeTerms, uow: UnitOfWork) -> None:
    """Change what shall be agreed; approvals of the former terms are void, and a review begins anew."""
    terms = rewritten(agreement.terms, command)
    framed = {name: value for name in ("kind", "parties") if (value := getattr(command, name)) is not None}
    await take_terms(agreement, terms.model_copy(update=framed), uow)
