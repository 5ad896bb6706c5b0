"""`RecordConsent`: record a person's consent, with its evidence."""

from typing import Annotated

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_mobility.people.aggregate import ITSELF, people
from korpu_mobility.people.domain.consents import Purpose
from korpu_mobility.people.domain.lifecycle import Status
from korpu_mobility.people.facts import PersonConsented
from korpu_mobility.people.policies.twins import Name
from korpu_mobility.people.refusals import ConsentBackwards
from korpu_mobility.people.tables import Consent, Person
from korpu_mobility.permissions import DESK


class RecordConsent(Changes):
    """A person agrees that data of theirs is used for a purpose."""

    purpose: Purpose
    data: Annotated[tuple[Name, ...], Field(min_length=1, max_length=20, description="Which data, in plain words.")]
    valid_from: Day
    valid_to: Day | None = None
    evidence: Annotated[Text, Personal, Field(max_length=500, description="Where the consent is written.")]


@people.changes(who=(*DESK, ITSELF), when=[Status.REGISTERED], emits=[PersonConsented], refuses=[ConsentBackwards])
async def record_consent(person: Person, command: RecordConsent, uow: UnitOfWork) -> None:
    """Record a person's consent, with its evidence."""
    if command.valid_to and command.valid_to < command.valid_from:
        raise ConsentBackwards("valid_to")
    given = Consent(id=uuid7(), **command.model_dump(include=set(Consent.model_fields) - {"id"}))
    person.consents = (*person.consents, given)
    await uow.emit(person, PersonConsented(purpose=command.purpose))
