"""What mobility's other aggregates may ask of people: ids come in, values go out, and names only for papers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.people.domain.consents import Purpose, consents_to
from korpu_mobility.people.domain.lifecycle import FROM_OUTSIDE, Kind, Status
from korpu_mobility.people.domain.retention import DocumentKind
from korpu_mobility.people.policies.documents import documents_of
from korpu_mobility.people.refusals import PersonErasedAlready, PersonFromOutside
from korpu_mobility.people.tables import Person, RestrictedDocument

PERSON_REFUSALS = (PersonErasedAlready, PersonFromOutside)
PERSON_GONE = (PersonErasedAlready,)


class Employee(NamedTuple):
    """A member of staff as other aggregates know them."""

    id: UUID
    unit: str | None


class Foreigner(NamedTuple):
    """What counts about a person for an admission; it stays in mobility."""

    citizenship: str | None
    education_country: str | None


class Facts(NamedTuple):
    """What opportunities ask about a person; it is used here, and never leaves the owner."""

    is_student: bool
    is_staff: bool
    citizenship: str | None
    birth_date: date | None
    unit: str | None


@dataclass(frozen=True)
class Candidate:
    """What counts about a person for a stay."""

    unit: str | None
    is_staff: bool
    may_be_shared: bool


@dataclass(frozen=True)
class PersonOnPaper:
    """A person as a paper names them; the passport only where it was asked for and the caller may see it."""

    name: str
    birth_date: date | None
    citizenship: str | None
    passport: str | None
    may_be_shared: bool


async def people_on_paper(ids: Iterable[UUID], uow: UnitOfWork, *, passports: bool) -> dict[UUID, PersonOnPaper]:
    """These people by name; those who are forgotten or not here are absent. The caller logs the look."""
    found: dict[UUID, PersonOnPaper] = {}
    for each in dict.fromkeys(ids):
        person = await uow.session.get(Person, each)
        if person is None or person.status == Status.ERASED:
            continue
        filed = await documents_of(person, uow) if passports else ()
        passport = next((one for one in filed if one.kind == DocumentKind.PASSPORT and one.number), None)
        found[each] = PersonOnPaper(
            name=" ".join(name for name in (person.given_name, person.family_name) if name),
            birth_date=person.birth_date,
            citizenship=person.citizenship,
            passport=passport.number if passport else None,
            may_be_shared=consents_to(Purpose.SHARE_WITH_HOST, person.consents, uow.today),
        )
    return found


async def take_candidate(person_id: UUID, unit: str | None, uow: UnitOfWork) -> Candidate:
    """Take the person's row, so that two stays of one person are weighed one after the other."""
    person = await uow.lock(Person, person_id, path="person_id")
    if unit and unit != person.unit:
        raise NotFound("person_id")
    if person.status == Status.ERASED:
        raise PersonErasedAlready("person_id")
    if person.kind in FROM_OUTSIDE:
        raise PersonFromOutside("person_id")
    shared = consents_to(Purpose.SHARE_WITH_HOST, person.consents, uow.today)
    return Candidate(unit=person.unit, is_staff=person.kind == Kind.STAFF, may_be_shared=shared)


async def hold_person(person_id: UUID, uow: UnitOfWork) -> None:
    """Take the row of a person who has a stay already, until the transaction ends."""
    await uow.lock(Person, person_id, path=None)


def holding_person(person_id: Any) -> Executable:
    """The statement that takes a person before what hangs on them."""
    return select(col(Person.id)).where(col(Person.id) == person_id).with_for_update()


async def take_foreigner(person_id: UUID, uow: UnitOfWork) -> Foreigner:
    """Take the person's row, so that two admissions of one person are weighed one after the other."""
    await require_known_person(person_id, uow)
    person = await uow.session.get_one(Person, person_id)
    if person.kind in FROM_OUTSIDE:
        raise PersonFromOutside("person_id")
    return Foreigner(person.citizenship, person.education_country)


async def require_known_person(person_id: UUID, uow: UnitOfWork) -> None:
    """Take the person's row; one whose data is gone is refused."""
    person = await uow.lock(Person, person_id, path="person_id")
    if person.status == Status.ERASED:
        raise PersonErasedAlready("person_id")


async def require_not_forgotten(person_id: UUID, uow: UnitOfWork) -> None:
    """Refuse what is done about a person whose data is gone; the caller holds what erasing the person takes, too."""
    status = await uow.session.scalar(select(col(Person.status)).where(col(Person.id) == person_id))
    if status == Status.ERASED:
        raise PersonErasedAlready


async def is_known(person_id: UUID, uow: UnitOfWork) -> bool:
    """Whether we still know who somebody is; of others nothing personal is written any more."""
    return (await uow.lock(Person, person_id, path="person_id")).status != Status.ERASED


async def passport_valid_to(person_id: UUID, uow: UnitOfWork) -> date | None:
    """Until when the last of somebody's passports is valid; only a rule asks, and no one is shown it."""
    passports = await uow.find(
        RestrictedDocument,
        col(RestrictedDocument.person_id) == person_id,
        col(RestrictedDocument.kind) == DocumentKind.PASSPORT,
    )
    return max((each.expires for each in passports if each.expires), default=None)


async def take_employees(named: Iterable[UUID], uow: UnitOfWork) -> dict[UUID, Employee]:
    """Take the rows of these people, always in one order; those who are not here or not of the staff are absent."""
    found: dict[UUID, Employee] = {}
    for each in sorted(set(named)):
        person = await uow.session.get(Person, each, with_for_update=True, populate_existing=True)
        if person is not None and person.status != Status.ERASED and person.kind == Kind.STAFF:
            found[each] = Employee(person.id, person.unit)
    return found


async def facts_about(person_id: UUID, uow: UnitOfWork) -> Facts | None:
    """What is known of a person; who asks writes down that it was looked at. Nothing of who is forgotten."""
    person = await uow.session.get(Person, person_id)
    if person is None or person.status == Status.ERASED:
        return None
    return Facts(
        is_student=person.kind == Kind.STUDENT,
        is_staff=person.kind == Kind.STAFF,
        citizenship=person.citizenship,
        birth_date=person.birth_date,
        unit=person.unit,
    )


async def name_for_partner(person_id: UUID, uow: UnitOfWork) -> str | None:
    """The name by which a partner hears of somebody, if they let us share it and are not forgotten."""
    person = await uow.session.get(Person, person_id)
    if person is None or not consents_to(Purpose.SHARE_WITH_HOST, person.consents, uow.today):
        return None
    return " ".join(name for name in (person.given_name, person.family_name) if name) or None
