"""`ProposeAmendment`: propose the next numbered amendment, and send it round for review."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.amendments import Amendment, AmendmentStatus, require_amends
from korpu_partners.agreements.domain.endings import require_no_notice_or_reason
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.domain.requirements import require_no_amendment
from korpu_partners.agreements.domain.reviews import review_of
from korpu_partners.agreements.domain.rules import require_valid_terms
from korpu_partners.agreements.facts import AgreementAmendmentProposed
from korpu_partners.agreements.inputs import NewTerms
from korpu_partners.agreements.policies.new_terms import rewritten
from korpu_partners.agreements.refusals.amendments import AmendmentOpen, AmendsNothing
from korpu_partners.agreements.refusals.ends import EndsByNotice
from korpu_partners.agreements.refusals.terms import TERMS_REFUSALS
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import terms_hash
from korpu_partners.permissions import DEPARTMENT


class ProposeAmendment(NewTerms):
    """What shall be other than signed; what is left out stays."""

    title: Texts
    reason: Annotated[Text | None, Field(description="Asked for once notice of termination was given.")] = None


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    emits=[AgreementAmendmentProposed],
    refuses=[AmendmentOpen, AmendsNothing, EndsByNotice, *TERMS_REFUSALS],
    requires=[require_no_amendment],
)
async def propose_amendment(agreement: Agreement, command: ProposeAmendment, uow: UnitOfWork) -> None:
    """Propose the next numbered amendment, and send it round for review; the signed terms stay as they are."""
    require_no_notice_or_reason(agreement.termination, command.reason)
    terms = rewritten(agreement.terms, command)
    require_valid_terms(terms)
    require_amends(agreement.terms, terms)
    digest, version = terms_hash(terms), agreement.terms_version + 1
    amendment = Amendment(
        number=len(agreement.amendments) + 1,
        title=LocalizedText.of(command.title),
        status=AmendmentStatus.IN_REVIEW,
        terms=terms,
        terms_hash=digest,
        review=review_of(terms, version, digest, agreement.unit, uow.today),
        author=uow.principal.subject,
        proposed_on=uow.today,
    )
    agreement.amendments = (*agreement.amendments, amendment)
    await uow.emit(agreement, AgreementAmendmentProposed(number=amendment.number))
