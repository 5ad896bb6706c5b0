"""Erasing a person: personal data goes everywhere that we keep it, the statistics stand."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_chassis.persistence import store
from korpu_chassis.validation.codes import Personal
from korpu_mobility.mobilities.leaving import give_up
from korpu_mobility.mobilities.lifecycle import NOT_BEGUN, STAYED, UNDER_WAY, Cause
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.documents import empty_file
from korpu_mobility.people.lifecycle import Basis, Status
from korpu_mobility.people.messages import PersonErased, PersonKept
from korpu_mobility.people.retention import known_until
from korpu_mobility.people.room import people
from korpu_mobility.people.statistics import count_erased
from korpu_mobility.people.tables import Person
from korpu_mobility.roles import OFFICE


class ErasePerson(Changes):
    """All personal data of a person goes; this cannot be undone."""

    basis: Basis


@people.changes(who=OFFICE, when=[Status.REGISTERED], to=[Status.ERASED], emits=[PersonErased])
async def erase_person(person: Person, command: ErasePerson, uow: UnitOfWork) -> None:
    """Erase a person's data here, and tell the departments to erase theirs; stays that have not begun are cancelled."""
    await forget(person, command.basis, uow)


@people.due("forgetting", emits=[PersonErased, PersonKept])
async def nobody_needs_to_know(person: Person, deadline: Deadline, uow: UnitOfWork) -> None:
    """Forget a person with whom we have had nothing to do for years; who went abroad since is kept longer."""
    stays = await _stays_of(person, uow)
    last = max((stay.span.last for stay in stays if stay.status in (*UNDER_WAY, *STAYED)), default=None)
    until = known_until(person.kind, last) if last else uow.today
    if until <= uow.today:
        await forget(person, Basis.RETENTION_ENDED, uow)
    else:
        person.known_until = until
        await uow.emit(person, PersonKept(until=until))


async def forget(person: Person, basis: Basis, uow: UnitOfWork) -> None:
    """All personal data of a person goes.

    Stays that have not begun are cancelled; those that were keep their place in the statistics without the words that
    were written about them. Nothing personal is left in the books either: the reasons go too.
    """
    stays = await _stays_of(person, uow)
    for stay in stays:
        if (taken := await uow.take(Mobility, stay.id)).status in NOT_BEGUN:
            await give_up(taken, Cause.ERASED, None, uow)
    await count_erased(person, uow)
    await empty_file(person.id, uow)
    for name in PERSONAL:
        setattr(person, name, None)
    person.consents, person.documents = (), ()
    person.status, person.erased_on = Status.ERASED, uow.today
    await uow.emit(person, PersonErased(basis=basis))
    for stay in stays:
        stay.reason = stay.language_level = None
    await _forget_words([person.id, *(stay.id for stay in stays)], uow)


PERSONAL = tuple(name for name, field in Person.model_fields.items() if Personal in field.metadata)


async def _stays_of(person: Person, uow: UnitOfWork) -> list[Mobility]:
    return sorted(await uow.find(Mobility, col(Mobility.person_id) == person.id), key=lambda stay: stay.id)


async def _forget_words(about: list[UUID], uow: UnitOfWork) -> None:
    """Free text in the books may name somebody; what happened, when and by whom stays."""
    await uow.session.execute(update(store.audit).where(store.audit.c.aggregate_id.in_(about)).values(why=None))
    await uow.session.execute(update(store.read_log).where(store.read_log.c.about.in_(about)).values(purpose=None))
