"""The day of a signature was written down wrongly: what follows from the right one."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.domain.rules import require_signable_dates
from korpu_partners.agreements.domain.signatures import signed_on
from korpu_partners.agreements.facts import AgreementSignatureCorrected
from korpu_partners.agreements.policies.dependents import dependents_of
from korpu_partners.agreements.policies.parties import as_written
from korpu_partners.agreements.policies.signing import begin
from korpu_partners.agreements.records import Waivable
from korpu_partners.agreements.refusals.history import StillDependedOn
from korpu_partners.agreements.refusals.signatures import SignatureOfStranger
from korpu_partners.agreements.tables import Agreement

OWN = frozenset({"seats", "obligation"})


async def redate(
    agreement: Agreement, organisation_id: UUID | None, unit: str | None, on: date, uow: UnitOfWork
) -> None:
    """Date one party's signature anew; the agreement's first day follows, and that of who takes over with it."""
    side = (await as_written(agreement.terms, organisation_id, uow), unit)
    found = {(each.organisation_id, each.unit): each for each in agreement.signatures}
    if side not in found:
        raise SignatureOfStranger("organisation_id")
    await _require_nothing_rests(agreement, uow)
    former = found[side].on
    signatures = tuple(
        each.model_copy(update={"on": on}) if (each.organisation_id, each.unit) == side else each
        for each in agreement.signatures
    )
    last = signed_on(agreement.parties, signatures, uow.today)
    long_allowed = any(waiver.rule is Waivable.LONG for waiver in agreement.waivers)
    require_signable_dates(agreement.terms, last, long_allowed=long_allowed)
    first_day = agreement.takes_effect
    agreement.signatures, agreement.signed_on = signatures, last
    agreement.signed_terms = agreement.version_of_terms(last)
    corrected = AgreementSignatureCorrected(
        organisation_id=side[0], was=former, on=on, signed_on=last, reason=uow.why or ""
    )
    await uow.emit(agreement, corrected)
    if agreement.takes_effect != first_day:
        agreement.in_force_on = None
        await begin(agreement, uow)


async def _require_nothing_rests(agreement: Agreement, uow: UnitOfWork) -> None:
    """What the agreement promises itself, and the visit at which it was signed, do not rest on it."""
    depending = await dependents_of(agreement, uow)
    found = [f"{each.kind} {each.id}" for each in depending if each.kind not in OWN and each.id != agreement.visit_id]
    found += [f"amendment {each.number}" for each in agreement.amendments]
    if agreement.termination or agreement.suspension or agreement.successor_id:
        found.append(f"agreement {agreement.successor_id or agreement.code}")
    if agreement.predecessor_id:
        predecessor = await uow.lock(Agreement, agreement.predecessor_id)
        found += [f"agreement {predecessor.code}"] if predecessor.renewed_on else []
    if found:
        raise StillDependedOn(dependents=", ".join(found))
