"""What mobility's other aggregates may ask of people: ids come in, values go out, and nothing that names anybody."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.people.domain.lifecycle import Kind, Status
from korpu_mobility.people.tables import Person


class Employee(NamedTuple):
    """A member of staff as other aggregates know them."""

    id: UUID
    unit: str | None


async def take_employees(named: Iterable[UUID], uow: UnitOfWork) -> dict[UUID, Employee]:
    """Take the rows of these people, always in one order; those who are not here or not of the staff are absent."""
    found: dict[UUID, Employee] = {}
    for each in sorted(set(named)):
        person = await uow.session.get(Person, each, with_for_update=True, populate_existing=True)
        if person is not None and person.status != Status.ERASED and person.kind == Kind.STAFF:
            found[each] = Employee(person.id, person.unit)
    return found
