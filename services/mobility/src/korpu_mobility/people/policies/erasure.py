"""Erasing a person: personal data goes everywhere that we keep it, the statistics stand."""

from uuid import UUID

from sqlalchemy import update

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence import store
from korpu_chassis.validation.codes import Personal
from korpu_mobility.mobilities.interface import forget_stays
from korpu_mobility.people.api.statistics import count_erased
from korpu_mobility.people.domain.lifecycle import Basis, Status
from korpu_mobility.people.facts import PersonErased
from korpu_mobility.people.policies.documents import empty_file
from korpu_mobility.people.tables import Person
from korpu_mobility.trips.interface import forget_trips


async def forget(person: Person, basis: Basis, uow: UnitOfWork) -> None:
    """All personal data of a person goes.

    Stays that have not begun are cancelled; those that were keep their place in the statistics without the words that
    were written about them. Nothing personal is left in the books either: the reasons go too.
    """
    stays = await forget_stays(person.id, uow)
    trips = await forget_trips(person.id, uow)
    await count_erased(person, uow)
    await empty_file(person.id, uow)
    for name in PERSONAL:
        setattr(person, name, None)
    person.consents, person.documents = (), ()
    person.status, person.erased_on = Status.ERASED, uow.today
    await uow.emit(person, PersonErased(basis=basis))
    await _forget_words([person.id, *stays, *trips], uow)


PERSONAL = tuple(name for name, field in Person.model_fields.items() if Personal in field.metadata)


async def _forget_words(about: list[UUID], uow: UnitOfWork) -> None:
    """Free text in the books may name somebody; what happened, when and by whom stays."""
    await uow.session.execute(update(store.audit).where(store.audit.c.aggregate_id.in_(about)).values(why=None))
    await uow.session.execute(update(store.read_log).where(store.read_log.c.about.in_(about)).values(purpose=None))
