"""`WithdrawConsent`: take a consent back; what was done under it stays lawful, nothing more is done."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.people.aggregate import ITSELF, people
from korpu_mobility.people.domain.consents import Purpose
from korpu_mobility.people.domain.lifecycle import Status
from korpu_mobility.people.facts import PersonConsentWithdrawn
from korpu_mobility.people.refusals import ConsentUnknown
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import DESK


class WithdrawConsent(Changes):
    """A person takes a consent back."""

    consent_id: UUID


@people.changes(who=(*DESK, ITSELF), when=[Status.REGISTERED], emits=[PersonConsentWithdrawn], refuses=[ConsentUnknown])
async def withdraw_consent(person: Person, command: WithdrawConsent, uow: UnitOfWork) -> None:
    """Take a consent back; what was done under it stays lawful, nothing more is done."""
    held = {given.id: given for given in person.consents if given.withdrawn_on is None}
    if command.consent_id not in held:
        raise ConsentUnknown("consent_id")
    withdrawn = held[command.consent_id].model_copy(update={"withdrawn_on": uow.today})
    person.consents = tuple(withdrawn if given.id == withdrawn.id else given for given in person.consents)
    await uow.emit(person, PersonConsentWithdrawn(purpose=Purpose(withdrawn.purpose)))
