"""Entering agreements that were signed before: as facts of the past, which remind nobody late."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes, Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.dependents import dependents_of
from korpu_partners.agreements.drafting import Papers, Parties
from korpu_partners.agreements.evidence import EVIDENCE_REFUSALS, check_evidence
from korpu_partners.agreements.kinds import SERIES, Kind
from korpu_partners.agreements.lifecycle import BINDING, OVER, Status, status_of
from korpu_partners.agreements.messages.history import AgreementAnnulled, AgreementRecorded
from korpu_partners.agreements.objections import TERMS_REFUSALS, EndedAlready, NoEnd
from korpu_partners.agreements.partners import refuse_a_second, with_successors
from korpu_partners.agreements.records import Evidence, History, KeptDocument, Origin, Precision
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.rules import check_terms
from korpu_partners.agreements.signatures import Signature, SignedInTheFuture
from korpu_partners.agreements.standing import AlreadyInForce, PartnerClosed, PartnerUnknown
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Renewal, Terms, terms_hash
from korpu_partners.known import standing_of
from korpu_partners.people import DEPARTMENT


class NotOfThePast(Refusal):
    """Only what was entered as history is annulled; what was agreed here is terminated."""

    code = "agreement-not-of-the-past"
    text = {
        "az": "Yalnız köhnə reyestrdən daxil edilmiş sənəd ləğv edilir; bu sənədə xitam verin.",
        "en": "Only a record of the past is annulled; this agreement was made here: terminate it.",
        "ru": "Аннулируется только запись о прошлом; этот документ заключён здесь — расторгните его.",
        "de": "Nur ein Eintrag der Vergangenheit wird annulliert; kündigen Sie diesen Vertrag.",
        "fr": "Seule une inscription du passé est annulée ; résiliez cet accord.",
    }


class StillDependedOn(Refusal):
    """Something rests on the agreement."""

    code = "agreement-depended-on"
    text = {
        "az": "Bu sənəddən asılı olanlar var: {dependents}.",
        "en": "Something depends on this agreement: {dependents}.",
        "ru": "От этого документа зависят: {dependents}.",
        "de": "Von diesem Vertrag hängt etwas ab: {dependents}.",
        "fr": "Des choses dépendent de cet accord : {dependents}.",
    }


class RecordSignedAgreement(Creates):
    """An agreement that was signed before the office wrote here."""

    kind: Kind
    title: Texts
    parties: Parties
    signed_on: Annotated[
        Day, Field(description="When the last party signed; the first day, if only the year is known.")
    ]
    signed_precision: Annotated[Precision, Field(description="How much of that day is known.")] = "day"
    starts: Annotated[Day | None, Field(description="None: from the signature.")] = None
    ends: Annotated[Day | None, Field(description="The last day; needed unless evergreen.")] = None
    ends_precision: Precision = "day"
    renewal: Renewal = Renewal()
    evidence: Annotated[Evidence, Field(description="Where it is written: the old register and its row.")]
    number: Annotated[Text | None, Field(max_length=200, description="Its number in the old register.")] = None
    unit: Annotated[Text | None, Field(max_length=100)] = None
    owner: Annotated[Subject | None, Field(description="None: whoever enters it.")] = None
    origin: Origin | None = None
    documents: Papers = ()


@agreements.creates(
    who=DEPARTMENT,
    to=[*BINDING, *OVER],
    emits=[AgreementRecorded],
    refuses=[
        *TERMS_REFUSALS,
        NoEnd,
        EndedAlready,
        SignedInTheFuture,
        PartnerUnknown,
        PartnerClosed,
        AlreadyInForce,
        *EVIDENCE_REFUSALS,
    ],
)
async def record_signed_agreement(command: RecordSignedAgreement, uow: UnitOfWork) -> Agreement:
    """Enter an agreement that was signed before; it needs no review, and reminds nobody of what is past."""
    agreement = await of_the_past(command, uow)
    await enter(agreement, uow)
    return agreement


async def of_the_past(command: RecordSignedAgreement, uow: UnitOfWork) -> Agreement:
    """The agreement that a record describes, if it can have been; nothing is entered, and it has no number."""
    terms = Terms(
        kind=command.kind,
        parties=command.parties,
        starts=command.starts,
        ends=command.ends,
        renewal=command.renewal,
    )
    await _check(terms, command, uow)
    agreement = _made(await with_successors(terms, uow), command, uow)
    await check_evidence(agreement, command.evidence, "evidence", uow)
    if status_of(agreement, uow.today) in BINDING:
        await refuse_a_second(agreement, uow)
    return agreement


async def enter(agreement: Agreement, uow: UnitOfWork) -> None:
    """Give it the next number of its kind and of the year that it was signed in, and say so."""
    assert agreement.signed_on  # noqa: S101 -- what is of the past was signed
    series = f"{SERIES[Kind(agreement.kind)]}-{agreement.signed_on.year}"
    agreement.code = f"{series}-{await uow.number(series):03d}"
    number = agreement.history.number if agreement.history else None
    await uow.emit(agreement, AgreementRecorded(on=agreement.signed_on, number=number))


async def _check(terms: Terms, command: RecordSignedAgreement, uow: UnitOfWork) -> None:
    check_terms(terms)
    if command.signed_on > uow.today:
        raise SignedInTheFuture("signed_on", on=command.signed_on.isoformat())
    if terms.ends is None and not terms.evergreen:
        raise NoEnd("ends")
    if terms.ends and terms.ends < command.signed_on:
        raise EndedAlready("ends")
    known = await standing_of(terms.partner_ids, uow)
    if not known.keys() >= set(terms.partner_ids):
        raise PartnerUnknown("parties")


def _made(terms: Terms, command: RecordSignedAgreement, uow: UnitOfWork) -> Agreement:
    on, author = command.signed_on, uow.principal.subject
    agreement = Agreement(
        status=Status.APPROVED,
        kind=terms.kind,
        title=LocalizedText.of(command.title),
        partner_ids=list(terms.partner_ids),
        owner=command.owner or author,
        unit=command.unit,
        origin=command.origin,
        documents=KeptDocument.all(command.documents),
        terms=terms,
        terms_hash=terms_hash(terms),
        terms_author=author,
        signed_on=on,
        calendar_from=uow.today,
        signatures=tuple(
            Signature(organisation_id=each.organisation_id, unit=each.unit, on=on, evidence=command.evidence)
            for each in terms.parties
        ),
        history=History(
            number=command.number, signed_precision=command.signed_precision, ends_precision=command.ends_precision
        ),
    )
    agreement.signed_terms = agreement.version_of_terms(on)
    first = agreement.takes_effect
    agreement.in_force_on = first if first and first <= uow.today else None
    agreement.expired_on = terms.ends if terms.ends and terms.ends < uow.today else None
    agreement.reviewed_on = uow.today if terms.evergreen else None
    return agreement


class AnnulAgreement(Changes):
    """Why it should not have been entered; no names of persons."""

    reason: Text


@agreements.changes(
    who=DEPARTMENT,
    when=[*BINDING, *OVER],
    to=[Status.ANNULLED],
    emits=[AgreementAnnulled],
    refuses=[NotOfThePast, StillDependedOn],
)
async def annul_agreement(agreement: Agreement, command: AnnulAgreement, uow: UnitOfWork) -> None:
    """Annul a record of the past that was a mistake, while nothing depends on it; its number stays used."""
    await annul(agreement, command.reason, uow)


async def annul(agreement: Agreement, reason: str, uow: UnitOfWork) -> None:
    """Take a record of the past back, if nothing has come of it."""
    if agreement.history is None:
        raise NotOfThePast
    if resting := await resting_on(agreement, uow):
        raise StillDependedOn(dependents=", ".join(resting))
    agreement.history = agreement.history.model_copy(update={"annulled_on": uow.today})
    agreement.reason = reason
    await uow.emit(agreement, AgreementAnnulled(reason=reason))


async def resting_on(agreement: Agreement, uow: UnitOfWork) -> list[str]:
    """What has come of an agreement: visits and stays, a successor, amendments, an ending."""
    found = [f"{each.kind} {each.id}" for each in await dependents_of(agreement, uow)]
    found += [f"amendment {each.number}" for each in agreement.amendments]
    followed = agreement.successor_id or agreement.termination or agreement.suspension
    return [*found, f"agreement {agreement.successor_id or agreement.code}"] if followed else found
