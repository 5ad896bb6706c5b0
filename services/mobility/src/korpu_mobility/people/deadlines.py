"""The restricted file: passports, visas, health notes and files, and the clock that empties it."""

from sqlalchemy import delete
from sqlmodel import col

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.admissions.interface import last_day_of_admissions
from korpu_mobility.applications.interface import last_day_of_applications
from korpu_mobility.mobilities.interface import last_day_abroad
from korpu_mobility.people.aggregate import people
from korpu_mobility.people.domain.lifecycle import Basis
from korpu_mobility.people.domain.retention import known_until
from korpu_mobility.people.facts import PersonErased, PersonFileChanged, PersonKept
from korpu_mobility.people.policies.documents import is_kept, keep_files
from korpu_mobility.people.policies.erasure import forget
from korpu_mobility.people.tables import Person, RestrictedDocument
from korpu_mobility.trips.interface import last_day_of_trips


@people.due("retention", emits=[PersonFileChanged])
async def documents_expire(person: Person, deadline: Deadline, uow: UnitOfWork) -> None:
    """Documents and files whose last day is over leave the restricted file."""
    day = deadline.at.astimezone(BAKU).date()
    await uow.session.execute(
        delete(RestrictedDocument).where(
            col(RestrictedDocument.person_id) == person.id, col(RestrictedDocument.keep_until) <= day
        )
    )
    person.documents = tuple(document for document in person.documents if is_kept(document, day))
    await keep_files(person, tuple(each for each in person.files if is_kept(each, day)), uow)
    await uow.emit(person, PersonFileChanged())


@people.due("forgetting", emits=[PersonErased, PersonKept])
async def nobody_needs_to_know(person: Person, deadline: Deadline, uow: UnitOfWork) -> None:
    """Forget a person with whom we have had nothing to do for years; who went abroad since is kept longer."""
    days = (
        await last_day_abroad(person.id, uow),
        await last_day_of_trips(person.id, uow),
        await last_day_of_admissions(person.id, uow),
        await last_day_of_applications(person.id, uow),
    )
    last = max(filter(None, days), default=None)
    until = known_until(person.kind, last) if last else uow.today
    if until <= uow.today:
        await forget(person, Basis.RETENTION_ENDED, uow)
    else:
        person.known_until = until
        await uow.emit(person, PersonKept(until=until))
