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


async def _twin(person: Person, uow: UnitOfWork) -> Person | None:
    same = (Person.search_key == person.search_key, Person.birth_date == person.birth_date)
    return next(iter(await uow.find(Person, *same)), None)


def _search_key(person: Person) -> str:
    return name_key(person.family_name, person.given_name, person.native_name, person.university_number)
