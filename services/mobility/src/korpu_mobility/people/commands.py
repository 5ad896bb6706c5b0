"""Registering people and keeping what we know of them right."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Corrects, Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, Day, Email, Personal, Phone, Text
from korpu_mobility.people.lifecycle import Gender, Kind, MayBeKnown, PersonKnown, Status
from korpu_mobility.people.messages import PersonCorrected, PersonRegistered
from korpu_mobility.people.names import name_key
from korpu_mobility.people.retention import known_until
from korpu_mobility.people.room import people
from korpu_mobility.people.tables import Person
from korpu_mobility.roles import DESK, OFFICE

Name = Annotated[Text, Field(max_length=120)]
Unit = Annotated[Text, Field(max_length=100, description="The unit's short name, as in the callers' tokens.")]
UniversityNumber = Annotated[Text, Field(max_length=40)]


class RegisterPerson(Creates):
    """A person becomes known to the office."""

    kind: Kind
    unit: Unit | None = None
    university_number: Annotated[UniversityNumber | None, Personal] = None
    given_name: Annotated[Name, Personal]
    family_name: Annotated[Name, Personal]
    native_name: Annotated[Name | None, Personal, Field(description="The full name in its own script.")] = None
    birth_date: Annotated[Day | None, Personal] = None
    gender: Gender = Gender.UNSTATED
    citizenship: Country | None = None
    education_country: Annotated[Country | None, Field(description="Country of prior education.")] = None
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None


class CorrectPerson(Corrects):
    """What is given replaces what was known; what is left out stays."""

    unit: Unit | None = None
    university_number: Annotated[UniversityNumber | None, Personal] = None
    given_name: Annotated[Name | None, Personal] = None
    family_name: Annotated[Name | None, Personal] = None
    native_name: Annotated[Name | None, Personal] = None
    birth_date: Annotated[Day | None, Personal] = None
    gender: Gender | None = None
    citizenship: Country | None = None
    education_country: Country | None = None
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None


@people.creates(who=DESK, to=[Status.REGISTERED], emits=[PersonRegistered], refuses=[PersonKnown])
async def register_person(command: RegisterPerson, uow: UnitOfWork) -> Person:
    """Register a student, a member of staff or an applicant; somebody of the same name and birth date is named."""
    person = Person(**command.model_dump(exclude={"idempotency_key"}), status=Status.REGISTERED)
    person.search_key = _search_key(person)
    person.known_until = known_until(person.kind, uow.today)
    if person.birth_date and (twin := await _twin(person, uow)):
        uow.warn(MayBeKnown("birth_date", other=twin.code))
    person.code = f"PER-{uow.today.year}-{await uow.number(f'PER-{uow.today.year}'):05}"
    await uow.emit(person, PersonRegistered())
    return person


@people.changes(who=OFFICE, when=[Status.REGISTERED], emits=[PersonCorrected], refuses=[PersonKnown])
async def correct_person(person: Person, command: CorrectPerson, uow: UnitOfWork) -> None:
    """Correct what is known of a person."""
    for name in command.model_fields_set - {"id", "seen", "idempotency_key"}:
        if (value := getattr(command, name)) is not None:
            setattr(person, name, value)
    person.search_key = _search_key(person)
    await uow.emit(person, PersonCorrected())


async def _twin(person: Person, uow: UnitOfWork) -> Person | None:
    same = (Person.search_key == person.search_key, Person.birth_date == person.birth_date)
    return next(iter(await uow.find(Person, *same)), None)


def _search_key(person: Person) -> str:
    return name_key(person.family_name, person.given_name, person.native_name, person.university_number)
