"""What is said of organisations."""

from typing import Literal
from uuid import UUID

from pydantic import ConfigDict

from korpu_chassis.codes import Country, Day, LanguageTag
from korpu_chassis.commands import Fact, State
from korpu_chassis.store import Part
from korpu_partners.organisations.parts import ContactRole, Kind, Name, Risk, Scope


class PublicContact(Part):
    """A contact without the person: what it is for, and the functional mailbox if it has one."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")

    id: UUID
    role: ContactRole
    languages: tuple[LanguageTag, ...]
    valid_from: Day | None
    valid_to: Day | None
    mailbox: str | None


class OrganisationState(State):
    """An organisation as everybody may know it."""

    names: tuple[Name, ...]
    kinds: tuple[Kind, ...]
    scope: Scope
    country: Country
    region: str | None
    city: str | None
    website: str | None
    domains: tuple[str, ...]
    ror: str | None
    pic: str | None
    erasmus_code: str | None
    voen: str | None
    parent_id: UUID | None
    tags: tuple[str, ...]
    risk: Risk | None
    contacts: tuple[PublicContact, ...]
    aliases: tuple[UUID, ...]
    merged_into: UUID | None
    source: str | None
    confirmed_on: Day | None


class OrganisationRegistered(Fact):
    """A new organisation is known to the office."""


class OrganisationCorrected(Fact):
    """Its names, place, identifiers or tags are other than before."""

    fields: tuple[str, ...]


class OrganisationContactsChanged(Fact):
    """It is reached in another way than before."""

    contact_id: UUID
    how: Literal["added", "ended"]


class OrganisationActivated(Fact):
    """The university works with it."""


class OrganisationSuspended(Fact):
    """The university does not work with it for a time."""

    reason: str


class OrganisationArchived(Fact):
    """The university works with it no more."""

    reason: str


class OrganisationMerged(Fact):
    """It was a duplicate; its successor goes on under both identities."""

    into: UUID
    reason: str


class OrganisationAbsorbed(Fact):
    """A duplicate went into it."""

    merged: UUID


class OrganisationRated(Fact):
    """Its risk was judged."""

    rating: str


class OrganisationRiskExpired(Fact):
    """The judgement of its risk is too old to be used."""


class OrganisationConfirmed(Fact):
    """Somebody made sure that what is known of it is still true."""

    on: Day
