"""`CorrectPerson`: correct what is known of a person."""

from typing import Annotated

from pydantic import AfterValidator, Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, Day, Email, Personal, Phone
from korpu_mobility.people.aggregate import people
from korpu_mobility.people.domain.births import require_born
from korpu_mobility.people.domain.lifecycle import Gender, Status
from korpu_mobility.people.facts import PersonCorrected
from korpu_mobility.people.policies.twins import Name, Unit, UniversityNumber, search_key_of
from korpu_mobility.people.refusals import BornInTheFuture, OneNameOrTwo, PersonKnown
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import OFFICE


class CorrectPerson(Corrects):
    """What is given replaces what was known; what is left out stays."""

    unit: Unit | None = None
    university_number: Annotated[UniversityNumber | None, Personal] = None
    given_name: Annotated[Name | None, Personal] = None
    family_name: Annotated[Name | None, Personal] = None
    one_name: Annotated[
        bool | None,
        Field(description="The person has one name, the family name: a given name was invented and goes."),
        AfterValidator(lambda said: said or None),
    ] = None
    native_name: Annotated[Name | None, Personal] = None
    birth_date: Annotated[Day | None, Personal] = None
    gender: Gender | None = None
    citizenship: Country | None = None
    education_country: Country | None = None
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None


@people.changes(
    who=OFFICE, when=[Status.REGISTERED], emits=[PersonCorrected], refuses=[PersonKnown, BornInTheFuture, OneNameOrTwo]
)
async def correct_person(person: Person, command: CorrectPerson, uow: UnitOfWork) -> None:
    """Correct what is known of a person."""
    require_born(command.birth_date, uow.today)
    if command.one_name:
        if command.given_name:
            raise OneNameOrTwo("one_name")
        person.given_name = None
    for name in command.model_fields_set - {"id", "seen", "idempotency_key", "one_name"}:
        if (value := getattr(command, name)) is not None:
            setattr(person, name, value)
    person.search_key = search_key_of(person)
    await uow.emit(person, PersonCorrected())
