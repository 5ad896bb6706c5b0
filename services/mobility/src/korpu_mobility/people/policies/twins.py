"""People who are perhaps registered already."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_mobility.people.domain.names import name_key
from korpu_mobility.people.tables import Person

Name = Annotated[Text, Field(max_length=120)]
Unit = Annotated[Text, Field(max_length=100, description="The unit's short name, as in the callers' tokens.")]
UniversityNumber = Annotated[Text, Field(max_length=40)]


async def twin_of(person: Person, uow: UnitOfWork) -> Person | None:
    """Who has the same name and day of birth, if anybody."""
    same = (Person.search_key == person.search_key, Person.birth_date == person.birth_date)
    return next(iter(await uow.find(Person, *same)), None)


def search_key_of(person: Person) -> str:
    """Under which letters a person is found."""
    return name_key(person.family_name, person.given_name, person.native_name, person.university_number)
