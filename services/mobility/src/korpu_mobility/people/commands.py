"""Registering people and keeping what we know of them right."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.codes import Country, Day, Email, Phone, Text
from korpu_chassis.commands import Changes, Creates
from korpu_chassis.work import Work
from korpu_mobility.people.lifecycle import (
    ConsentBackwards,
    ConsentUnknown,
    Gender,
    Kind,
    MayBeKnown,
    PersonKnown,
    Purpose,
    Status,
)
from korpu_mobility.people.messages import (
    PersonConsented,
    PersonConsentWithdrawn,
    PersonCorrected,
    PersonRegistered,
)
from korpu_mobility.people.names import name_key
from korpu_mobility.people.room import ITSELF, people
from korpu_mobility.people.tables import Consent, Person
from korpu_mobility.roles import DESK, OFFICE

Name = Annotated[Text, Field(max_length=120)]
Unit = Annotated[Text, Field(max_length=100, description="The unit's short name, as in the callers' tokens.")]
UniversityNumber = Annotated[Text, Field(max_length=40)]


class RegisterPerson(Creates):
    """A person becomes known to the office."""

    kind: Kind
    unit: Unit | None = None
    university_number: UniversityNumber | None = None
    given_name: Name
    family_name: Name
    native_name: Annotated[Name | None, Field(description="The full name in its own script.")] = None
    birth_date: Day | None = None
    gender: Gender = Gender.UNSTATED
    citizenship: Country | None = None
    education_country: Annotated[Country | None, Field(description="Country of prior education.")] = None
    email: Email | None = None
    phone: Phone | None = None


class CorrectPerson(Changes):
    """What is given replaces what was known; what is left out stays."""

    unit: Unit | None = None
    university_number: UniversityNumber | None = None
    given_name: Name | None = None
    family_name: Name | None = None
    native_name: Name | None = None
    birth_date: Day | None = None
    gender: Gender | None = None
    citizenship: Country | None = None
    education_country: Country | None = None
    email: Email | None = None
    phone: Phone | None = None


class RecordConsent(Changes):
    """A person agrees that data of theirs is used for a purpose."""

    purpose: Purpose
    data: Annotated[tuple[Name, ...], Field(min_length=1, max_length=20, description="Which data, in plain words.")]
    valid_from: Day
    valid_to: Day | None = None
    evidence: Annotated[Text, Field(max_length=500, description="Where the consent is written.")]


class WithdrawConsent(Changes):
    """A person takes a consent back."""

    consent_id: UUID


@people.creates(who=DESK, to=[Status.REGISTERED], says=[PersonRegistered], refuses=[PersonKnown])
async def register_person(command: RegisterPerson, work: Work) -> Person:
    """Register a student, a member of staff or an applicant; somebody of the same name and birth date is named."""
    person = Person(**command.model_dump(exclude={"idempotency_key"}), status=Status.REGISTERED)
    person.search_key = _search_key(person)
    if person.birth_date and (twin := await _twin(person, work)):
        work.warn(MayBeKnown("birth_date", other=twin.code))
    person.code = f"PER-{work.today.year}-{await work.number(f'PER-{work.today.year}'):05}"
    await work.say(person, PersonRegistered())
    return person


@people.changes(who=OFFICE, when=[Status.REGISTERED], says=[PersonCorrected], refuses=[PersonKnown])
async def correct_person(person: Person, command: CorrectPerson, work: Work) -> None:
    """Correct what is known of a person."""
    for name in command.model_fields_set - {"id", "seen", "idempotency_key"}:
        if (value := getattr(command, name)) is not None:
            setattr(person, name, value)
    person.search_key = _search_key(person)
    await work.say(person, PersonCorrected())


@people.changes(who=(*DESK, ITSELF), when=[Status.REGISTERED], says=[PersonConsented], refuses=[ConsentBackwards])
async def record_consent(person: Person, command: RecordConsent, work: Work) -> None:
    """Record a person's consent, with its evidence."""
    if command.valid_to and command.valid_to < command.valid_from:
        raise ConsentBackwards("valid_to")
    given = Consent(id=uuid7(), **command.model_dump(include=set(Consent.model_fields) - {"id"}))
    person.consents = (*person.consents, given)
    await work.say(person, PersonConsented(purpose=command.purpose))


@people.changes(who=(*DESK, ITSELF), when=[Status.REGISTERED], says=[PersonConsentWithdrawn], refuses=[ConsentUnknown])
async def withdraw_consent(person: Person, command: WithdrawConsent, work: Work) -> None:
    """Take a consent back; what was done under it stays lawful, nothing more is done."""
    held = {given.id: given for given in person.consents if given.withdrawn_on is None}
    if command.consent_id not in held:
        raise ConsentUnknown("consent_id")
    withdrawn = held[command.consent_id].model_copy(update={"withdrawn_on": work.today})
    person.consents = tuple(withdrawn if given.id == withdrawn.id else given for given in person.consents)
    await work.say(person, PersonConsentWithdrawn(purpose=Purpose(withdrawn.purpose)))


async def _twin(person: Person, work: Work) -> Person | None:
    same = (Person.search_key == person.search_key, Person.birth_date == person.birth_date)
    return next(iter(await work.find(Person, *same)), None)


def _search_key(person: Person) -> str:
    return name_key(person.family_name, person.given_name, person.native_name, person.university_number)
