"""`DraftAgreement`: write the first draft of an agreement with registered partners."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.kinds import Kind
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.domain.proposals import (
    Articles,
    Conditions,
    Obligations,
    articles_of,
    conditions_of,
    obligations_of,
)
from korpu_partners.agreements.facts import AgreementDrafted
from korpu_partners.agreements.policies.draft import Papers, Parties, drafted, require_valid_draft
from korpu_partners.agreements.policies.parties import with_successors
from korpu_partners.agreements.records import KeptDocument, Origin
from korpu_partners.agreements.refusals.obligations import PartnerClosed, PartnerUnknown
from korpu_partners.agreements.refusals.terms import TERMS_REFUSALS
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Renewal, Terms
from korpu_partners.permissions import DEPARTMENT


class DraftAgreement(Creates):
    """What shall be agreed, with whom; everything but kind, title and parties can follow later."""

    kind: Kind
    title: Texts
    parties: Parties
    starts: Annotated[Day | None, Field(description="None: from the signature.")] = None
    ends: Annotated[Day | None, Field(description="The last day; needed for the signature unless evergreen.")] = None
    renewal: Renewal = Renewal()
    conditions: Conditions = ()
    obligations: Obligations = ()
    articles: Articles = ()
    unit: Annotated[Text | None, Field(max_length=100, description="The faculty concerned; it reviews first.")] = None
    owner: Annotated[Subject | None, Field(description="None: whoever drafts it.")] = None
    backup: Subject | None = None
    origin: Origin | None = None
    documents: Papers = ()


@agreements.creates(
    who=DEPARTMENT,
    to=[Status.DRAFT],
    emits=[AgreementDrafted],
    refuses=[*TERMS_REFUSALS, PartnerUnknown, PartnerClosed],
)
async def draft_agreement(command: DraftAgreement, uow: UnitOfWork) -> Agreement:
    """Write the first draft of an agreement with registered partners."""
    terms = Terms(
        kind=command.kind,
        parties=command.parties,
        starts=command.starts,
        ends=command.ends,
        renewal=command.renewal,
        conditions=conditions_of(command.conditions),
        obligations=obligations_of(command.obligations),
        articles=articles_of(command.articles),
    )
    terms = await with_successors(terms, uow)
    await require_valid_draft(terms, uow)
    agreement = await drafted(terms, LocalizedText.of(command.title), uow)
    agreement.unit, agreement.origin = command.unit, command.origin
    agreement.documents = KeptDocument.all(command.documents)
    agreement.owner, agreement.backup = command.owner or uow.principal.subject, command.backup
    await uow.emit(agreement, AgreementDrafted())
    return agreement
