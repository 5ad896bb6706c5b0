"""Rows that are stays of the past: who went where, when and under what, and how they are entered and taken back."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import AcademicYear, Ects, Eqf, IscedF, Term
from korpu_mobility.imports.policies.seats import Grounds, Surroundings, grounds, surroundings
from korpu_mobility.imports.policies.travellers import Travellers, traveller, travellers
from korpu_mobility.imports.refusals import StayToCome
from korpu_mobility.learning_agreements.interface import agreements_of_stays
from korpu_mobility.mobilities.domain.lifecycle import Audience, Status
from korpu_mobility.mobilities.policies.history import ENTERED, OldStay, annul, of_the_past, standing
from korpu_mobility.mobilities.policies.history import enter as enter_history
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.domain.lifecycle import Kind
from korpu_mobility.people.tables import Person
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.domain.mapping import Form
from korpu_registers.known_again import KnownAgain, by_code, said
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.dates import looks_like_day
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading
from korpu_registers.reading.words import meaning
from korpu_registers.refusals.notices import DoubleInFile, StandingCounted
from korpu_registers.refusals.unclear_cells import KindNotKnown
from korpu_registers.taking_back import touched_by_hand

Judged = tuple[Verdict, OldStay | None]
UNKNOWN_FIELD = "9999"
SEPTEMBER = 9
WORDS = {"status": "stay_status", "direction": "stay_direction", "kind": "stay", "level": "level"}
PATHS = {"person_id": "person", "planned_from": "starts", "planned_to": "ends", "actual_to": "ends"}

FORM = Form(
    "stays",
    required=(),
    names=("person", "number", "email", "family_name"),
    days=frozenset(("starts", "ends", "planned_from", "planned_to", "birth_date")),
    sniffed=(
        ("email", lambda text: re.fullmatch(r"\S+@\S+\.\S+", text) is not None),
        ("starts", looks_like_day),
        ("ends", looks_like_day),
        ("academic_year", lambda text: re.fullmatch(r"\d{4}\s?[/–-]\s?(\d{4}|\d{2})", text) is not None),
        ("partner", lambda text: meaning("organisation", text) is not None),
    ),
    named=frozenset(("partner",)),
    titled=("direction", "stay_direction"),
)


class Days(NamedTuple):
    """The planned and the actual days of a stay."""

    planned_from: date
    planned_to: date
    first: date
    last: date


async def judge(rows: Sequence[Given], days: WrittenDays, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row, by the rules by which it would be entered."""
    people = await travellers([each.values for each in rows], uow)
    known = await surroundings([each.values for each in rows], uow)
    seen: list[OldStay] = []
    return [
        await _judged(each, Reading(each.values, days.but(each.mended)), (people, known), seen, uow) for each in rows
    ]


async def enter(old: OldStay, uow: UnitOfWork) -> UUID:
    """Enter one as what it was."""
    async with uow.session.begin_nested():
        stay = await of_the_past(old, uow)
        await enter_history(stay, old, uow)
        return stay.id


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps stays from being taken back: learning agreements, and what was done by hand."""
    touched = touched_by_hand(ids)
    there = col(Mobility.status) != Status.CANCELLED
    found = [each.code for each in await uow.find(Mobility, col(Mobility.id).in_(touched), there)]
    return [*found, *await agreements_of_stays(ids, uow)][:10]


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Take back the stays that an import entered."""
    for each in ids:
        stay = await uow.lock(Mobility, each)
        if stay.status != Status.CANCELLED:
            await annul(stay, reason, uow)


def says(stay: Mobility) -> dict[str, frozenset[str]]:
    """What a row may say of a stay without saying anything new."""
    return {
        "starts": said(stay.actual_from),
        "ends": said(stay.actual_to),
        "planned_from": said(stay.planned_from),
        "planned_to": said(stay.planned_to),
        "academic_year": said(stay.academic_year),
    }


KNOWN_AGAIN = KnownAgain(by_code(Mobility, says), WORDS)


async def _judged(
    given: Given, reading: Reading, known: tuple[Travellers, Surroundings], seen: list[OldStay], uow: UnitOfWork
) -> Judged:
    old = _read(reading, known, uow.today)
    if old is None:
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(reading.wrong)), None
    same = await _same(old, uow)
    if same and not given.another:
        exact = next((each for each in same if _says_nothing_new(old, each)), None)
        if exact:
            return Verdict(outcome=Outcome.UNCHANGED, thing_id=exact.id), None
        offered = tuple(each.id for each in same)
        return Verdict(outcome=Outcome.OFFERED, remarks=tuple(reading.notes), offered=offered), None
    if any(_touch(old, each) for each in seen) and not given.another:
        remark = Remark(field="starts", code=DoubleInFile.code)
        return Verdict(outcome=Outcome.OFFERED, remarks=(remark, *reading.notes)), None
    try:
        await of_the_past(old, uow)
    except Refusal as why:
        path = PATHS.get(why.path or "", why.path or "person")
        remark = Remark(field=path, code=why.code, details=why.details)
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=(remark, *reading.notes)), None
    seen.append(old)
    return Verdict(outcome=Outcome.WOULD_REGISTER, remarks=tuple(reading.notes)), old


def _read(reading: Reading, known: tuple[Travellers, Surroundings], today: date) -> OldStay | None:
    people, knowledge = known
    born = reading.day("birth_date")
    person = traveller(reading, people, born.day if born else None)
    staff = person is not None and person.kind == Kind.STAFF
    rests = grounds(reading, knowledge, "teaching" if staff else "study")
    days = _days(reading)
    status = _status(reading, days, today) if days else None
    words = _words(reading, rests, days)
    if reading.wrong or person is None or rests is None or days is None or status is None:
        return None
    return OldStay(
        person_id=person.id,
        status=status,
        agreement_id=rests.agreement_id,
        condition_id=rests.condition_id,
        direction=rests.direction,
        audience=_audience(person),
        kind=rests.kind,
        partner_id=rests.partner_id,
        planned_from=days.planned_from,
        planned_to=days.planned_to,
        actual_from=days.first,
        actual_to=days.last,
        funding=meaning("funding", reading.values.get("funding", "")) or "none",
        number=reading.values.get("row_number"),
        **words,
    )


def _audience(person: Person) -> str:
    return Audience.STAFF if person.kind == Kind.STAFF else Audience.STUDENT


def _days(reading: Reading) -> Days | None:
    """Both pairs of days; where one pair is written, it stands for the other."""
    starts, ends = reading.day("starts"), reading.end(reading.day("starts"))
    planned_from, planned_to = reading.day("planned_from"), reading.day("planned_to", last=True)
    first, last = starts or planned_from, ends or planned_to
    unread = {each.field for each in reading.wrong}
    for name, each in (("starts", first), ("ends", last)):
        if each is None and not unread & {name, f"planned_{'from' if name == 'starts' else 'to'}"}:
            reading.wrong.append(Remark(field=name, code="missing-field"))
    if first is None or last is None:
        return None
    return Days((planned_from or first).day, (planned_to or last).day, first.day, last.day)


def _status(reading: Reading, days: Days, today: date) -> Status | None:
    """How the stay stands, as written; else by its days. One that is still to come is nominated, not entered."""
    written = reading.values.get("status")
    by_days = standing(days.first, days.last, today)
    word = meaning("stay_status", written) if written else None
    if written and (word is None or Status(word) not in ENTERED):
        reading.wrong.append(Remark(field="status", code=KindNotKnown.code))
        return None
    if by_days is None and (word is None or Status(word) not in {Status.CANCELLED, Status.NOT_SHOWN}):
        reading.wrong.append(Remark(field="starts", code=StayToCome.code))
        return None
    if word is None and by_days:
        reading.notes.append(Remark(field="status", code=StandingCounted.code, details={"standing": by_days.value}))
        return by_days
    if word not in {Status.CANCELLED, Status.NOT_SHOWN, Status.ARRIVED} and days.last > today:
        reading.wrong.append(Remark(field="ends", code="date-out-of-range"))
        return None
    return Status(word) if word else None


def _words(reading: Reading, rests: Grounds | None, days: Days | None) -> dict[str, Any]:
    """What the books need besides days: year, term, level, field and credits."""
    values = reading.values
    level = values.get("level")
    eqf = meaning("level", level) if level else None
    only = rests.eqf[0] if rests and len(rests.eqf) == 1 else None
    field = rests.isced[0] if rests and len(rests.isced) == 1 else UNKNOWN_FIELD
    said_of = {
        "academic_year": (AcademicYear, _year(values.get("academic_year"), days)),
        "term": (Term, values.get("term") or None),
        "level": (Eqf, int(eqf) if eqf else (level or only)),
        "field": (IscedF, values.get("field") or field),
        "ects": (Ects, values.get("ects", "").replace(",", ".") or None),
    }
    return {name: each for name, given in said_of.items() if (each := _valid(reading, name, *given)) is not None}


def _valid(reading: Reading, name: str, kind: Any, value: Any) -> Any:
    if value is None:
        if name == "level":
            reading.wrong.append(Remark(field=name, code="missing-field"))
        return None
    try:
        return TypeAdapter(kind).validate_python(Decimal(value) if kind is Ects else value)
    except (ValidationError, ArithmeticError):
        reading.wrong.append(Remark(field=name, code=KindNotKnown.code if name == "level" else "wrong-type"))
        return None


def _year(written: str | None, days: Days | None) -> str | None:
    """The academic year, however it is written; else the one in which the stay began."""
    if written and (found := re.fullmatch(r"(\d{4})\s?[/–-]\s?(?:\d{4}|\d{2})", written)):
        return f"{found[1]}/{int(found[1]) + 1}"
    if written or days is None:
        return written
    began = days.first.year - (days.first.month < SEPTEMBER)
    return f"{began}/{began + 1}"


def _touch(one: OldStay, other: OldStay) -> bool:
    same = one.person_id == other.person_id and one.stayed and other.stayed
    return same and one.actual_from <= other.actual_to and other.actual_from <= one.actual_to


async def _same(old: OldStay, uow: UnitOfWork) -> list[Mobility]:
    """Stays of this person with this partner on some of these days."""
    found = await uow.find(Mobility, col(Mobility.person_id) == old.person_id, col(Mobility.direction) == old.direction)
    partner = [each for each in found if old.partner_id in {each.sender_id, each.receiver_id}]
    return [
        each
        for each in partner
        if each.span.first <= old.actual_to
        and old.actual_from <= each.span.last
        and (each.status != Status.CANCELLED or not old.stayed)
    ]


def _says_nothing_new(old: OldStay, stay: Mobility) -> bool:
    days = (stay.span.first, stay.span.last) == (old.actual_from, old.actual_to)
    return days and stay.agreement_id == old.agreement_id and stay.status == old.status
