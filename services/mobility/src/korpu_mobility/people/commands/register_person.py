"""`RegisterPerson`: register a student, a member of staff or an applicant."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, Day, Email, Personal, Phone
from korpu_mobility.people.aggregate import people
from korpu_mobility.people.domain.births import require_born
from korpu_mobility.people.domain.lifecycle import Gender, Kind, Status
from korpu_mobility.people.domain.retention import known_until
from korpu_mobility.people.facts import PersonRegistered
from korpu_mobility.people.policies.twins import Name, Unit, UniversityNumber, search_key_of, twin_of
from korpu_mobility.people.refusals import BornInTheFuture, MayBeKnown, PersonKnown
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import DESK


class RegisterPerson(Creates):
    """A person becomes known to the office."""

    kind: Kind
    unit: Unit | None = None
    university_number: Annotated[UniversityNumber | None, Personal] = None
    given_name: Annotated[
        Name | None, Personal, Field(description="None: the person has one name, and it is the family name.")
    ] = None
    family_name: Annotated[Name, Personal]
    native_name: Annotated[Name | None, Personal, Field(description="The full name in its own script.")] = None
    birth_date: Annotated[Day | None, Personal] = None
    gender: Gender = Gender.UNSTATED
    citizenship: Country | None = None
    education_country: Annotated[Country | None, Field(description="Country of prior education.")] = None
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None


@people.creates(who=DESK, to=[Status.REGISTERED], emits=[PersonRegistered], refuses=[PersonKnown, BornInTheFuture])
async def register_person(command: RegisterPerson, uow: UnitOfWork) -> Person:
    """Register a student, a member of staff or an applicant; somebody of the same name and birth date is named."""
    require_born(command.birth_date, uow.today)
    person = Person(**command.model_dump(exclude={"idempotency_key"}), status=Status.REGISTERED)
    person.search_key = search_key_of(person)
    person.known_until = known_until(person.kind, uow.today)
    if person.birth_date and (twin := await twin_of(person, uow)):
        uow.warn(MayBeKnown("birth_date", other=twin.code))
    person.code = f"PER-{uow.today.year}-{await uow.number(f'PER-{uow.today.year}'):05}"
    await uow.emit(person, PersonRegistered())
    return person
