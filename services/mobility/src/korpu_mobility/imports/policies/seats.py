"""Under which agreement and condition a row's stay was, and with whom: by code and name, among what was heard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation, Seats
from korpu_mobility.imports.refusals import ConditionUncertain, NoAgreementOfStay
from korpu_registers.known_again import by_name
from korpu_registers.parts import Remark
from korpu_registers.reading.values import Reading
from korpu_registers.reading.words import meaning
from korpu_registers.refusals.unclear_cells import KindNotKnown, PartnerNotKnown, PartnerUncertain

DIRECTIONS = {"stay_direction": "direction", "stay": "kind"}


@dataclass(frozen=True)
class Grounds:
    """What a stay rests on; where its agreement tells no condition, the agreement's own id stands for one."""

    agreement_id: UUID
    condition_id: UUID
    partner_id: UUID
    direction: str
    kind: str
    eqf: tuple[int, ...] = ()
    isced: tuple[str, ...] = ()


@dataclass(frozen=True)
class Surroundings:
    """What was heard of agreements, conditions and partners."""

    agreements: Mapping[str, KnownAgreement]
    seats: Sequence[Seats]
    partners: Mapping[str, Sequence[UUID]]


async def surroundings(rows: Iterable[Mapping[str, str]], uow: UnitOfWork) -> Surroundings:
    """All that these rows may rest on."""
    told = list(rows)
    codes = {each.get("agreement", "").strip().upper() for each in told} - {""}
    agreements = {each.code: each for each in await uow.find(KnownAgreement, col(KnownAgreement.code).in_(codes))}
    wanted = {fold(each["partner"]) for each in told if each.get("partner")}
    known = await uow.find(KnownOrganisation, col(KnownOrganisation.merged_into).is_(None)) if wanted else ()
    seats = await uow.find(Seats) if told else ()
    return Surroundings(agreements, seats, by_name(known, wanted))


def grounds(reading: Reading, known: Surroundings, born_kind: str) -> Grounds | None:
    """The one condition that all that is written fits; of several, or of none, a person says which."""
    agreement = _agreement(reading, known)
    partner = _partner(reading, known)
    direction, kind = (_word(reading, name, of) for of, name in DIRECTIONS.items())
    if reading.wrong:
        return None
    fitting = [
        each
        for each in known.seats
        if (agreement is None or each.agreement_id == agreement.id)
        and (partner is None or each.partner_id == partner)
        and (direction is None or each.outgoing == (direction == "outgoing"))
        and (kind is None or each.kind == kind)
        and str(each.condition_id) in reading.values.get("condition", str(each.condition_id)).lower()
    ]
    if len(fitting) == 1:
        return _of(fitting[0])
    if fitting:
        told = ", ".join(f"{each.kind} {each.condition_id}" for each in fitting[:5])
        reading.wrong.append(Remark(field="condition", code=ConditionUncertain.code, details={"known": told}))
        return None
    if agreement is None:
        reading.wrong.append(Remark(field="agreement", code=NoAgreementOfStay.code))
        return None
    missing = {"partner": partner, "direction": direction}
    reading.wrong += [Remark(field=name, code="missing-field") for name, each in missing.items() if each is None]
    if partner is None or direction is None:
        return None
    return Grounds(agreement.id, agreement.id, partner, direction, kind or born_kind)


def _of(seats: Seats) -> Grounds:
    assert seats.partner_id  # noqa: S101 -- a condition has an organisation on one side
    direction = "outgoing" if seats.outgoing else "incoming"
    more = (tuple(seats.eqf), tuple(seats.isced))
    return Grounds(seats.agreement_id, seats.condition_id, seats.partner_id, direction, seats.kind, *more)


def _agreement(reading: Reading, known: Surroundings) -> KnownAgreement | None:
    text = reading.values.get("agreement")
    found = known.agreements.get(text.strip().upper()) if text else None
    if text and found is None:
        reading.wrong.append(Remark(field="agreement", code=NoAgreementOfStay.code))
    return found


def _partner(reading: Reading, known: Surroundings) -> UUID | None:
    name = reading.values.get("partner")
    if not name:
        return None
    found = known.partners.get(fold(name), ())
    if len(found) == 1:
        return found[0]
    code = PartnerUncertain.code if found else PartnerNotKnown.code
    reading.wrong.append(Remark(field="partner", code=code, details={"name": name, "known": len(found)}))
    return None


def _word(reading: Reading, name: str, of: str) -> str | None:
    text = reading.values.get(name)
    found = meaning(of, text) if text else None
    if text and found is None:
        reading.wrong.append(Remark(field=name, code=KindNotKnown.code))
    return found
