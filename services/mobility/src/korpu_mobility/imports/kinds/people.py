"""Rows that are people: whom they name, who is known already, and how they are entered and taken back."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import or_
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.imports.refusals import BirthNotExact, NameNotParted
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.commands.register_person import RegisterPerson, register_person
from korpu_mobility.people.domain.lifecycle import Basis, Status
from korpu_mobility.people.domain.names import name_key
from korpu_mobility.people.policies.erasure import forget
from korpu_mobility.people.refusals import BornInTheFuture
from korpu_mobility.people.tables import Person
from korpu_mobility.trips.tables import Trip
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.domain.mapping import Form
from korpu_registers.known_again import KnownAgain, by_code, said
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.dates import looks_like_day
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.phones import numbers
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading, remarks_of
from korpu_registers.reading.words import country, meaning
from korpu_registers.refusals.notices import DoubleInFile
from korpu_registers.refusals.unclear_cells import KindNotKnown
from korpu_registers.taking_back import touched_by_hand

Judged = tuple[Verdict, RegisterPerson | None]
HOME = "AZ"
MOST_OFFERED = 20
FIELDS = {"university_number": "number"}
WORDS = {"kind": "person", "gender": "gender"}
PLACES = ("citizenship", "education_country")
NAMES = ("family_name", "family_first", "full_name")
TOLD = ("university_number", "given_name", "family_name", "native_name", "kind", "unit", "birth_date", "gender",
        "citizenship", "education_country", "email", "phone")  # fmt: skip
"""What a row may say of a person, as it is kept."""

FORM = Form(
    "people",
    required=("kind",),
    names=NAMES,
    days=frozenset(("birth_date",)),
    sniffed=(
        ("email", lambda text: re.fullmatch(r"\S+@\S+\.\S+", text) is not None),
        ("birth_date", looks_like_day),
        ("gender", lambda text: meaning("gender", text) is not None and len(text.split()) == 1),
        ("kind", lambda text: meaning("person", text) is not None),
    ),
    titled=("kind", "person"),
)


async def judge(rows: Sequence[Given], days: WrittenDays, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row; somebody who may be known already is offered."""
    readings = [Reading(each.values, days.but(each.mended)) for each in rows]
    commands = [_command(each, uow) for each in readings]
    known = await _known(commands, uow)
    return [_judged(*each, known) for each in zip(rows, readings, commands, strict=True)]


async def enter(command: RegisterPerson, uow: UnitOfWork) -> UUID:
    """Enter one; when it is refused after all, nothing of it is kept."""
    async with uow.session.begin_nested():
        person: Person = await register_person(command, uow)
        return person.id


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps people from being forgotten: stays, learning agreements, trips, admissions, what was done by hand."""
    touched = touched_by_hand(ids)
    living = (col(Person.id).in_(touched), col(Person.status) == Status.REGISTERED)
    found = [each.code for each in await uow.find(Person, *living)]
    for table in (Mobility, LearningAgreement, Trip, Admission):
        found += [each.code for each in await uow.find(table, col(table.person_id).in_(ids))]
    return found[:10]


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Forget the people whom an import entered; they count in no statistics."""
    for each in ids:
        person = await uow.lock(Person, each)
        if person.status != Status.ERASED:
            await forget(person, Basis.ENTERED_BY_MISTAKE, uow)


def says(person: Person) -> dict[str, frozenset[str]]:
    """What a row may say of somebody without saying anything new; of who is forgotten, nothing is compared."""
    if person.status == Status.ERASED:
        return {}
    return {
        "number": said(person.university_number),
        "birth_date": said(person.birth_date),
        **{name: said(getattr(person, name)) for name in TOLD if name not in {"university_number", "birth_date"}},
    }


KNOWN_AGAIN = KnownAgain(by_code(Person, says), WORDS)


def _command(reading: Reading, uow: UnitOfWork) -> RegisterPerson | None:
    words: dict[str, Any] = {
        **_names(reading),
        **_meanings(reading),
        "university_number": reading.values.get("number"),
        "native_name": reading.values.get("native_name"),
        "unit": reading.values.get("unit"),
        "birth_date": _birth(reading, uow),
        "email": reading.only("email", lambda text: re.split(r"[;,\s]+", text)),
        "phone": reading.only("phone", lambda text: numbers(text, HOME)),
    }
    words |= {name: country(text) or text for name in PLACES if (text := reading.values.get(name))}
    given = {name: text for name, text in words.items() if text}
    try:
        command = RegisterPerson.model_validate(given)
    except ValidationError as wrong:
        remarked = {each.field for each in reading.wrong}
        remarks = remarks_of(wrong, lambda path: FIELDS.get(path, path))
        reading.wrong += [each for each in remarks if each.field not in remarked]
        return None
    return None if reading.wrong else command


def _names(reading: Reading) -> dict[str, str]:
    """The family name and the given names; a comma parts them, else the heading says which comes first."""
    values = reading.values
    if values.get("family_name"):
        return {name: values[name] for name in ("family_name", "given_name") if values.get(name)}
    name = next((each for each in NAMES if values.get(each)), None)
    if name is None:
        return {"family_name": values.get("given_name", "")}
    first, comma, last = (each.strip() for each in values[name].partition(","))
    if comma:
        return {"family_name": first, "given_name": last}
    words = first.split()
    if name == "full_name" and len(words) > len(("given", "family")):
        reading.wrong.append(Remark(field=name, code=NameNotParted.code))
        return {"family_name": first}
    if name == "full_name":
        return {"family_name": words[-1], "given_name": " ".join(words[:-1])}
    return {"family_name": words[0], "given_name": " ".join(words[1:])}


def _meanings(reading: Reading) -> dict[str, str]:
    found = {name: meaning(of, text) for name, of in WORDS.items() if (text := reading.values.get(name))}
    reading.wrong += [Remark(field=name, code=KindNotKnown.code) for name, word in found.items() if word is None]
    return {name: word for name, word in found.items() if word}


def _birth(reading: Reading, uow: UnitOfWork) -> Any:
    read = reading.day("birth_date")
    if read is None:
        return None
    if read.precision != "day":
        reading.wrong.append(Remark(field="birth_date", code=BirthNotExact.code))
    elif read.day > uow.today:
        reading.wrong.append(Remark(field="birth_date", code=BornInTheFuture.code))
    return read.day


@dataclass
class Known:
    """Who is known, by each sign that tells somebody again; those of earlier rows of the file without an id."""

    people: Sequence[Person]
    seen: list[RegisterPerson] = field(default_factory=list)

    def like(self, command: RegisterPerson) -> list[Person]:
        """Who may be meant."""
        return [each for each in self.people if _alike(command, each)]


def _alike(one: RegisterPerson, other: Person | RegisterPerson) -> bool:
    """One number or one address is one person; so is one name, unless the birth dates are known and differ."""
    if one.university_number and one.university_number == other.university_number:
        return True
    if one.email and other.email and one.email.casefold() == other.email.casefold():
        return True
    if one.birth_date and other.birth_date and one.birth_date != other.birth_date:
        return False
    return _key(one) == _key(other)


def _key(one: RegisterPerson | Person) -> str:
    return name_key(one.family_name, one.given_name)


async def _known(commands: Iterable[RegisterPerson | None], uow: UnitOfWork) -> Known:
    """Everybody whom one of these rows may mean."""
    wanted = [each for each in commands if each]
    named = [col(Person.search_key).startswith(key, autoescape=True) for key in {_key(each) for each in wanted}]
    numbered = {each.university_number for each in wanted if each.university_number}
    mailed = {each.email for each in wanted if each.email}
    signs = (col(Person.university_number).in_(numbered), col(Person.email).in_(mailed))
    found = await uow.find(Person, col(Person.status) == Status.REGISTERED, or_(*named, *signs))
    return Known(found)


def _judged(given: Given, reading: Reading, command: RegisterPerson | None, known: Known) -> Judged:
    if command is None:
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(reading.wrong)), None
    alike = known.like(command)
    if len(alike) == 1 and _says_nothing_new(command, alike[0]):
        return Verdict(outcome=Outcome.UNCHANGED, thing_id=alike[0].id), None
    double = any(_alike(command, each) for each in known.seen)
    known.seen.append(command)
    if given.another or not (alike or double):
        return Verdict(outcome=Outcome.WOULD_REGISTER, remarks=tuple(reading.notes)), command
    remarks = [Remark(field=_named_in(reading.values), code=DoubleInFile.code)] if double and not alike else []
    offered = tuple(each.id for each in alike[:MOST_OFFERED])
    return Verdict(outcome=Outcome.OFFERED, remarks=(*remarks, *reading.notes), offered=offered), None


def _says_nothing_new(command: RegisterPerson, person: Person) -> bool:
    """Whether all that a row says is known of this person."""
    said: Collection[str] = command.model_fields_set
    return all(getattr(command, name) == getattr(person, name) for name in TOLD if name in said)


def _named_in(values: Mapping[str, str]) -> str:
    return next((each for each in NAMES if values.get(each)), NAMES[0])
