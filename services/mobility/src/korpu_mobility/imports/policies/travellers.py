"""Which known person a row means: by code, number or address, else by the whole name, however it is spelled."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import or_
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.imports.refusals import PersonNotKnown, PersonUncertain
from korpu_mobility.people.domain.lifecycle import Status
from korpu_mobility.people.domain.names import name_key
from korpu_mobility.people.tables import Person
from korpu_registers.parts import Remark
from korpu_registers.reading.values import Reading

SIGNS = ("person", "number", "email")
FEWEST_NAMES = 2


def traveller(reading: Reading, people: "Travellers", born: date | None) -> Person | None:
    """Who is meant; a birth date decides among several of one name, and else a person says whose row it is."""
    values = reading.values
    field = next((each for each in (*SIGNS, "family_name") if values.get(each)), "person")
    for sign in SIGNS:
        if itself := people.signed.get(values.get(sign, "").strip().casefold()):
            return itself
    named = {each.id: each for key in name_keys(values) for each in people.named.get(key, ())}
    found = list(named.values())
    if len(found) > 1 and born:
        found = [each for each in found if each.birth_date == born] or found
    if len(found) == 1:
        return found[0]
    if not found:
        reading.wrong.append(Remark(field=field, code=PersonNotKnown.code))
    else:
        known = ", ".join(sorted(each.code for each in found)[:5])
        reading.wrong.append(Remark(field=field, code=PersonUncertain.code, details={"known": known}))
    return None


class Travellers:
    """Everybody whom some rows may mean, by what tells one person and by the key of the name."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.signed: dict[str, Person] = {}
        self.named: dict[str, list[Person]] = {}
        for each in people:
            signs = (each.code, each.university_number, each.email)
            self.signed |= {sign.casefold(): each for sign in signs if sign}
            self.named.setdefault(name_key(each.family_name, each.given_name), []).append(each)


async def travellers(rows: Iterable[Mapping[str, str]], uow: UnitOfWork) -> Travellers:
    """Everybody whom these rows may mean."""
    told = list(rows)
    signs = {text.strip() for each in told for name in SIGNS if (text := each.get(name))}
    keys = {key for each in told for key in name_keys(each)}
    wanted = (
        col(Person.code).in_({each.upper() for each in signs}),
        col(Person.university_number).in_(signs),
        col(Person.email).in_({each.casefold() for each in signs} | signs),
        *(col(Person.search_key).startswith(key, autoescape=True) for key in keys),
    )
    return Travellers(await uow.find(Person, col(Person.status) == Status.REGISTERED, or_(*wanted)) if told else ())


def name_keys(values: Mapping[str, str]) -> set[str]:
    """The keys under which a row's name may be kept: a comma parts it, else the family name is first or last."""
    if values.get("family_name"):
        return {name_key(values["family_name"], values.get("given_name"))}
    first, comma, last = (each.strip() for each in values.get("person", "").partition(","))
    if comma:
        return {name_key(first, last)}
    words = first.split()
    if len(words) < FEWEST_NAMES:
        return set()
    return {name_key(words[-1], " ".join(words[:-1])), name_key(words[0], " ".join(words[1:]))}
