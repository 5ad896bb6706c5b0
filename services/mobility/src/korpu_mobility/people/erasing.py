"""Erasing a person: personal data goes everywhere that we keep it, the statistics stand."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from korpu_chassis import store
from korpu_chassis.codes import Personal
from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_mobility.mobilities.leaving import give_up
from korpu_mobility.mobilities.lifecycle import NOT_BEGUN, Cause
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.documents import empty_file
from korpu_mobility.people.lifecycle import Basis, Status
from korpu_mobility.people.messages import PersonErased
from korpu_mobility.people.room import people
from korpu_mobility.people.statistics import count_erased
from korpu_mobility.people.tables import Person
from korpu_mobility.roles import OFFICE


class ErasePerson(Changes):
    """All personal data of a person goes; this cannot be undone."""

    basis: Basis


@people.changes(who=OFFICE, when=[Status.REGISTERED], to=[Status.ERASED], says=[PersonErased])
async def erase_person(person: Person, command: ErasePerson, work: Work) -> None:
    """Erase a person's data here, and tell the departments to erase theirs.

    Stays that have not begun are cancelled; those that were keep their place in the statistics without the words that
    were written about them. Nothing personal is left in the audit: the reasons go too.
    """
    stays = await work.find(Mobility, col(Mobility.person_id) == person.id)
    for stay in sorted(stays, key=lambda each: each.id):
        if (taken := await work.lock(Mobility, stay.id)).status in NOT_BEGUN:
            await give_up(taken, Cause.ERASED, None, work)
    await count_erased(person, work)
    await empty_file(person.id, work)
    for name in PERSONAL:
        setattr(person, name, None)
    person.consents, person.documents = (), ()
    person.status, person.erased_on = Status.ERASED, work.today
    await work.say(person, PersonErased(basis=command.basis))
    for stay in stays:
        stay.reason = stay.language_level = None
    await _forget_words([person.id, *(stay.id for stay in stays)], work)


PERSONAL = tuple(name for name, field in Person.model_fields.items() if Personal in field.metadata)


async def _forget_words(about: list[UUID], work: Work) -> None:
    """Free text in the books may name somebody; what happened, when and by whom stays."""
    await work.session.execute(update(store.audit).where(store.audit.c.aggregate_id.in_(about)).values(why=None))
    await work.session.execute(update(store.read_log).where(store.read_log.c.about.in_(about)).values(purpose=None))
