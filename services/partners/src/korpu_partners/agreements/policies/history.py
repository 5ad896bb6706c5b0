"""Agreements of the past: what of them is checked, and how they are entered and annulled."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_partners.agreements.domain.kinds import SERIES, Kind
from korpu_partners.agreements.domain.lifecycle import BINDING, Status, status_of
from korpu_partners.agreements.domain.rules import require_valid_terms
from korpu_partners.agreements.domain.signatures import Signature
from korpu_partners.agreements.facts import AgreementAnnulled, AgreementRecorded
from korpu_partners.agreements.inputs import RecordSignedAgreement
from korpu_partners.agreements.policies.dependents import dependents_of
from korpu_partners.agreements.policies.evidence import require_evidence
from korpu_partners.agreements.policies.parties import require_only_one, with_successors
from korpu_partners.agreements.records import History, KeptDocument
from korpu_partners.agreements.refusals.history import NotOfThePast, StillDependedOn
from korpu_partners.agreements.refusals.obligations import PartnerUnknown
from korpu_partners.agreements.refusals.signatures import SignedInTheFuture
from korpu_partners.agreements.refusals.terms import EndedAlready, NoEnd
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Terms, terms_hash
from korpu_partners.organisations.interface import standing_of


async def of_the_past(command: RecordSignedAgreement, uow: UnitOfWork) -> Agreement:
    """The agreement that a record describes, if it can have been; nothing is entered, and it has no number."""
    terms = Terms(
        kind=command.kind,
        parties=command.parties,
        starts=command.starts,
        ends=command.ends,
        renewal=command.renewal,
    )
    await _require_valid_record(terms, command, uow)
    agreement = _made(await with_successors(terms, uow), command, uow)
    await require_evidence(agreement, command.evidence, "evidence", uow)
    if status_of(agreement, uow.today) in BINDING:
        await require_only_one(agreement, uow)
    return agreement


async def enter(agreement: Agreement, uow: UnitOfWork) -> None:
    """Give it the next number of its kind and of the year that it was signed in, and say so."""
    assert agreement.signed_on  # noqa: S101 -- what is of the past was signed
    series = f"{SERIES[Kind(agreement.kind)]}-{agreement.signed_on.year}"
    agreement.code = f"{series}-{await uow.number(series):03d}"
    number = agreement.history.number if agreement.history else None
    await uow.emit(agreement, AgreementRecorded(on=agreement.signed_on, number=number))


async def _require_valid_record(terms: Terms, command: RecordSignedAgreement, uow: UnitOfWork) -> None:
    require_valid_terms(terms)
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
