"""Recording what people agree to, and what they take back."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_mobility.people.commands import Name
from korpu_mobility.people.consents import ConsentBackwards, ConsentUnknown, Purpose
from korpu_mobility.people.lifecycle import Status
from korpu_mobility.people.messages import PersonConsented, PersonConsentWithdrawn
from korpu_mobility.people.room import ITSELF, people
from korpu_mobility.people.tables import Consent, Person
from korpu_mobility.roles import DESK


class RecordConsent(Changes):
    """A person agrees that data of theirs is used for a purpose."""

    purpose: Purpose
    data: Annotated[tuple[Name, ...], Field(min_length=1, max_length=20, description="Which data, in plain words.")]
    valid_from: Day
    valid_to: Day | None = None
    evidence: Annotated[Text, Personal, Field(max_length=500, description="Where the consent is written.")]


class WithdrawConsent(Changes):
    """A person takes a consent back."""

    consent_id: UUID


@people.changes(who=(*DESK, ITSELF), when=[Status.REGISTERED], emits=[PersonConsented], refuses=[ConsentBackwards])
async def record_consent(person: Person, command: RecordConsent, uow: UnitOfWork) -> None:
    """Record a person's consent, with its evidence."""
    if command.valid_to and command.valid_to < command.valid_from:
        raise ConsentBackwards("valid_to")
    given = Consent(id=uuid7(), **command.model_dump(include=set(Consent.model_fields) - {"id"}))
    person.consents = (*person.consents, given)
    await uow.emit(person, PersonConsented(purpose=command.purpose))


@people.changes(who=(*DESK, ITSELF), when=[Status.REGISTERED], emits=[PersonConsentWithdrawn], refuses=[ConsentUnknown])
async def withdraw_consent(person: Person, command: WithdrawConsent, uow: UnitOfWork) -> None:
    """Take a consent back; what was done under it stays lawful, nothing more is done."""
    held = {given.id: given for given in person.consents if given.withdrawn_on is None}
    if command.consent_id not in held:
        raise ConsentUnknown("consent_id")
    withdrawn = held[command.consent_id].model_copy(update={"withdrawn_on": uow.today})
    person.consents = tuple(withdrawn if given.id == withdrawn.id else given for given in person.consents)
    await uow.emit(person, PersonConsentWithdrawn(purpose=Purpose(withdrawn.purpose)))
