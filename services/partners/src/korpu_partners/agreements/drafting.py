"""Writing an agreement: the first draft, its terms, its seats, and who looks after it."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.codes import Day, Text
from korpu_chassis.commands import Changes, Creates, Moves
from korpu_chassis.refusals import Refusal
from korpu_chassis.text import LocalizedText, Texts
from korpu_chassis.work import Work
from korpu_partners.agreements import messages as says
from korpu_partners.agreements.lifecycle import BINDING, UNSIGNED, PartnerClosed, PartnerUnknown, Status
from korpu_partners.agreements.partners import check_partners
from korpu_partners.agreements.proposals import Conditions, Obligations, conditions_of, obligations_of
from korpu_partners.agreements.records import Document, Origin, Waivable, Waiver
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.routes import review_of
from korpu_partners.agreements.rules import LONGEST_YEARS, TERMS_REFUSALS, LongerThanUsual, check_terms, runs_long
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import SERIES, Kind, Party, Renewal, Terms, terms_hash
from korpu_partners.people import DEPARTMENT, HEAD

Parties = Annotated[
    tuple[Party, ...], Field(min_length=2, max_length=20, description="Ours has `us` and no organisation.")
]
Subject = Annotated[str, Field(min_length=1, max_length=255, description="Whom the identity provider names so.")]
REVIEW_AGAIN: Moves = {**{status: [status] for status in UNSIGNED}, Status.APPROVED: [Status.IN_REVIEW]}
Papers = Annotated[tuple[Document, ...], Field(max_length=50)]


class TermsUnchanged(Refusal):
    """A change of terms changes something."""

    code = "agreement-terms-unchanged"
    text = {
        "az": "Şərtlər elə belədir; dəyişən bir şey yoxdur.",
        "en": "The terms are like this already; nothing would change.",
        "ru": "Условия уже такие; ничего не изменится.",
        "de": "Die Bedingungen sind schon so; nichts würde sich ändern.",
        "fr": "Les conditions sont déjà ainsi ; rien ne changerait.",
    }


class NoSuchCondition(Refusal):
    """Seats are changed in a condition of the agreement."""

    code = "agreement-no-such-condition"
    status = 422
    text = {
        "az": "Sənəddə belə şərt yoxdur.",
        "en": "The agreement has no such condition.",
        "ru": "В документе нет такого условия.",
        "de": "Der Vertrag hat keine solche Bedingung.",
        "fr": "L'accord n'a pas cette condition.",
    }


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
    says=[says.AgreementDrafted],
    refuses=[*TERMS_REFUSALS, PartnerUnknown, PartnerClosed],
)
async def draft_agreement(command: DraftAgreement, work: Work) -> Agreement:
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
    await _check(terms, work)
    agreement = await drafted(terms, LocalizedText.of(command.title), work)
    agreement.unit, agreement.origin, agreement.documents = command.unit, command.origin, command.documents
    agreement.owner, agreement.backup = command.owner or work.principal.subject, command.backup
    await work.say(agreement, says.AgreementDrafted())
    return agreement


async def drafted(terms: Terms, title: LocalizedText, work: Work) -> Agreement:
    """A new draft of these terms, with the next number of its kind and year."""
    series = f"{SERIES[terms.kind]}-{work.today.year}"
    return Agreement(
        status=Status.DRAFT,
        code=f"{series}-{await work.number(series):03d}",
        kind=terms.kind,
        title=title,
        partner_ids=list(terms.partner_ids),
        owner=work.principal.subject,
        terms=terms,
        terms_hash=terms_hash(terms),
        terms_author=work.principal.subject,
    )


class NewTerms(Changes):
    """What is given replaces what was agreed; what is left out stays."""

    starts: Day | None = None
    ends: Day | None = None
    renewal: Annotated[Renewal | None, Field(description="Evergreen drops the last day.")] = None
    conditions: Conditions | None = None
    obligations: Obligations | None = None


class ChangeTerms(NewTerms):
    """What is given replaces what was to be agreed; what is left out stays."""

    kind: Kind | None = None
    parties: Parties | None = None


@agreements.changes(
    who=DEPARTMENT,
    when=UNSIGNED,
    to=REVIEW_AGAIN,
    says=[says.AgreementTermsChanged],
    refuses=[*TERMS_REFUSALS, PartnerUnknown, PartnerClosed, TermsUnchanged],
)
async def change_terms(agreement: Agreement, command: ChangeTerms, work: Work) -> None:
    """Change what shall be agreed; approvals of the former terms are void, and a review begins anew."""
    terms = rewritten(agreement.terms, command)
    framed = {name: value for name in ("kind", "parties") if (value := getattr(command, name)) is not None}
    await _take(agreement, terms.model_copy(update=framed), work)


class ChangeSeats(Changes):
    """How many people a year one condition is for."""

    condition_id: UUID
    people_per_year: Annotated[int, Field(ge=0, le=10_000)]


@agreements.changes(
    who=DEPARTMENT,
    when=UNSIGNED,
    to=REVIEW_AGAIN,
    says=[says.AgreementTermsChanged],
    refuses=[NoSuchCondition, TermsUnchanged, *TERMS_REFUSALS, PartnerUnknown, PartnerClosed],
)
async def change_seats(agreement: Agreement, command: ChangeSeats, work: Work) -> None:
    """Change the seats of one condition; like any change of terms it voids all approvals."""
    if command.condition_id not in {each.id for each in agreement.conditions}:
        raise NoSuchCondition("condition_id")
    seats = {"people_per_year": command.people_per_year}
    conditions = tuple(
        each.model_copy(update=seats) if each.id == command.condition_id else each for each in agreement.conditions
    )
    await _take(agreement, agreement.terms.model_copy(update={"conditions": conditions}), work)


def rewritten(terms: Terms, wanted: NewTerms) -> Terms:
    """The terms with what is wanted in place of what was."""
    given = {name: value for name in ("starts", "ends", "renewal") if (value := getattr(wanted, name)) is not None}
    if wanted.conditions is not None:
        given["conditions"] = conditions_of(wanted.conditions, terms.conditions)
    if wanted.obligations is not None:
        given["obligations"] = obligations_of(wanted.obligations, terms.obligations)
    changed = terms.model_copy(update=given)
    drops_end = changed.evergreen and wanted.ends is None
    return changed.model_copy(update={"ends": None}) if drops_end else changed


async def _check(terms: Terms, work: Work) -> None:
    check_terms(terms)
    await check_partners(terms.partner_ids, work)
    if runs_long(terms, terms.starts or work.today):
        work.warn(LongerThanUsual("ends", years=LONGEST_YEARS))


async def _take(agreement: Agreement, terms: Terms, work: Work) -> None:
    """Put new terms in place of the present ones, which stay readable once they were reviewed."""
    await _check(terms, work)
    digest = terms_hash(terms)
    if digest == agreement.terms_hash:
        raise TermsUnchanged
    voided = tuple(approval.by for approval in agreement.approvals)
    if agreement.review:
        agreement.former_terms = (*agreement.former_terms, agreement.version_of_terms(work.today))
    agreement.terms, agreement.terms_hash = terms, digest
    agreement.terms_version += 1
    agreement.terms_author = work.principal.subject
    agreement.kind, agreement.partner_ids = terms.kind, list(terms.partner_ids)
    agreement.approved_on, agreement.review = None, None
    if agreement.status in (Status.IN_REVIEW, Status.APPROVED):
        agreement.status = Status.IN_REVIEW
        agreement.review = review_of(terms, agreement.terms_version, digest, agreement.unit, work.today)
    await work.say(agreement, says.AgreementTermsChanged(terms_version=agreement.terms_version, voided=voided))


class RetitleAgreement(Changes):
    """The title in the languages that are given; the others stay."""

    title: Texts


@agreements.changes(who=DEPARTMENT, when=[*UNSIGNED, *BINDING], says=[says.AgreementCorrected])
async def retitle_agreement(agreement: Agreement, command: RetitleAgreement, work: Work) -> None:
    """Correct or translate the title; approvals stand, since the terms do."""
    agreement.title = agreement.title.edited(command.title)
    await work.say(agreement, says.AgreementCorrected())


class AssignAgreement(Changes):
    """Who looks after the agreement and is reminded."""

    owner: Subject
    backup: Subject | None = None


@agreements.changes(who=DEPARTMENT, when=[*UNSIGNED, *BINDING], says=[says.AgreementAssigned])
async def assign_agreement(agreement: Agreement, command: AssignAgreement, work: Work) -> None:
    """Hand the agreement to those who look after it from now on."""
    agreement.owner, agreement.backup = command.owner, command.backup
    await work.say(agreement, says.AgreementAssigned(owner=command.owner, backup=command.backup))


class AddDocument(Changes):
    """A paper that belongs to the agreement."""

    document: Document


@agreements.changes(who=DEPARTMENT, says=[says.AgreementDocumentAdded])
async def add_document(agreement: Agreement, command: AddDocument, work: Work) -> None:
    """Put a paper to the agreement; it changes no terms."""
    agreement.documents = (*agreement.documents, command.document)
    await work.say(agreement, says.AgreementDocumentAdded(reference=command.document.reference))


class WaiveRule(Changes):
    """The exception, and why it is allowed."""

    rule: Waivable
    reason: Text


@agreements.changes(who=[HEAD], when=UNSIGNED, says=[says.AgreementRuleWaived])
async def waive_rule(agreement: Agreement, command: WaiveRule, work: Work) -> None:
    """Allow a second agreement of the same kind with a partner, or one longer than five years."""
    waiver = Waiver(rule=command.rule, reason=command.reason, by=work.principal.subject, on=work.today)
    agreement.waivers = (*agreement.waivers, waiver)
    await work.say(agreement, says.AgreementRuleWaived(rule=command.rule, reason=command.reason))
