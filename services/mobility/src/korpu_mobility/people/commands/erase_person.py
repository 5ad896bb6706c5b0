"""`ErasePerson`: erase a person's data here, and tell the departments to erase theirs."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.people.aggregate import people
from korpu_mobility.people.domain.lifecycle import Basis, Status
from korpu_mobility.people.facts import PersonErased
from korpu_mobility.people.policies.erasure import forget
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import OFFICE


class ErasePerson(Changes):
    """All personal data of a person goes; this cannot be undone."""

    basis: Basis


@people.changes(who=OFFICE, when=[Status.REGISTERED], to=[Status.ERASED], emits=[PersonErased])
async def erase_person(person: Person, command: ErasePerson, uow: UnitOfWork) -> None:
    """Erase a person's data here, and tell the departments to erase theirs; stays that have not begun are cancelled."""
    await forget(person, command.basis, uow)
