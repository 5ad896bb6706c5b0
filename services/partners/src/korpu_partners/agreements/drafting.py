"""Writing an agreement: the first draft, with registered partners and terms that make sense."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.kinds import SERIES, Kind
from korpu_partners.agreements.lifecycle import Status
from korpu_partners.agreements.messages.drafting import AgreementDrafted
from korpu_partners.agreements.objections import TERMS_REFUSALS, LongerThanUsual
from korpu_partners.agreements.partners import check_partners, with_successors
from korpu_partners.agreements.proposals import Conditions, Obligations, conditions_of, obligations_of
from korpu_partners.agreements.records import Document, KeptDocument, Origin
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.rules import LONGEST_YEARS, check_terms, runs_long
from korpu_partners.agreements.standing import PartnerClosed, PartnerUnknown
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Party, Renewal, Terms, terms_hash
from korpu_partners.people import DEPARTMENT

Parties = Annotated[
    tuple[Party, ...], Field(min_length=2, max_length=20, description="Ours has `us` and no organisation.")
]
Papers = Annotated[tuple[Document, ...], Field(max_length=50)]


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
    )
    terms = await with_successors(terms, uow)
    await check_draft(terms, uow)
    agreement = await drafted(terms, LocalizedText.of(command.title), uow)
    agreement.unit, agreement.origin = command.unit, command.origin
    agreement.documents = KeptDocument.all(command.documents)
    agreement.owner, agreement.backup = command.owner or uow.principal.subject, command.backup
    await uow.emit(agreement, AgreementDrafted())
    return agreement


async def drafted(terms: Terms, title: LocalizedText, uow: UnitOfWork) -> Agreement:
    """A new draft of these terms, with the next number of its kind and year."""
    series = f"{SERIES[terms.kind]}-{uow.today.year}"
    return Agreement(
        status=Status.DRAFT,
        code=f"{series}-{await uow.number(series):03d}",
        kind=terms.kind,
        title=title,
        partner_ids=list(terms.partner_ids),
        owner=uow.principal.subject,
        terms=terms,
        terms_hash=terms_hash(terms),
        terms_author=uow.principal.subject,
    )


async def check_draft(terms: Terms, uow: UnitOfWork) -> None:
    """The terms can be agreed with these partners; unusual ones are pointed out."""
    check_terms(terms)
    await check_partners(terms.partner_ids, uow)
    if runs_long(terms, terms.starts or uow.today):
        uow.warn(LongerThanUsual("ends", years=LONGEST_YEARS))
