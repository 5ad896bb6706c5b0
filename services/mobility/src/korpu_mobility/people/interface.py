"""What mobility's other aggregates may ask of people: ids come in, values go out, and nothing that names anybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.people.domain.consents import Purpose, consents_to
from korpu_mobility.people.domain.lifecycle import Kind, Status
from korpu_mobility.people.refusals import PersonErasedAlready
from korpu_mobility.people.tables import Person

PERSON_REFUSALS = (PersonErasedAlready,)


class Employee(NamedTuple):
    """A member of staff as other aggregates know them."""

    id: UUID
    unit: str | None


@dataclass(frozen=True)
class Candidate:
    """What counts about a person for a stay."""

    unit: str | None
    is_staff: bool
    may_be_shared: bool


async def take_candidate(person_id: UUID, unit: str | None, uow: UnitOfWork) -> Candidate:
    """Take the person's row, so that two stays of one person are weighed one after the other."""
    person = await uow.lock(Person, person_id, path="person_id")
    if unit and unit != person.unit:
        raise NotFound("person_id")
    if person.status == Status.ERASED:
        raise PersonErasedAlready("person_id")
    shared = consents_to(Purpose.SHARE_WITH_HOST, person.consents, uow.today)
    return Candidate(unit=person.unit, is_staff=person.kind == Kind.STAFF, may_be_shared=shared)


async def hold_person(person_id: UUID, uow: UnitOfWork) -> None:
    """Take the row of a person who has a stay already, until the transaction ends."""
    await uow.lock(Person, person_id, path=None)


async def take_employees(named: Iterable[UUID], uow: UnitOfWork) -> dict[UUID, Employee]:
    """Take the rows of these people, always in one order; those who are not here or not of the staff are absent."""
    found: dict[UUID, Employee] = {}
    for each in sorted(set(named)):
        person = await uow.session.get(Person, each, with_for_update=True, populate_existing=True)
        if person is not None and person.status != Status.ERASED and person.kind == Kind.STAFF:
            found[each] = Employee(person.id, person.unit)
    return found
