"""An organisation as everybody may know it."""

from uuid import UUID

from pydantic import ConfigDict

from korpu_chassis.commands.state import State
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Country, Day, LanguageTag
from korpu_partners.house_rules import HouseRule
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.parts import ContactRole, Ground, Kind, Name, Risk, Scope


class PublicContact(Part):
    """A contact without the person: what it is for, and the functional mailbox if it has one."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")

    id: UUID
    role: ContactRole
    languages: tuple[LanguageTag, ...]
    valid_from: Day | None
    valid_to: Day | None
    mailbox: str | None
    agreement_id: UUID | None
    ground: Ground | None
    purged_on: Day | None


class OrganisationState(State):
    """An organisation as everybody may know it."""

    status: Status
    names: tuple[Name, ...]
    kinds: tuple[Kind, ...]
    scope: Scope
    country: Country
    region: str | None
    city: str | None
    address: str | None
    website: str | None
    domains: tuple[str, ...]
    ror: str | None
    pic: str | None
    erasmus_code: str | None
    voen: str | None
    parent_id: UUID | None
    tags: tuple[str, ...]
    risk: Risk | None
    risk_expired: bool
    contacts: tuple[PublicContact, ...]
    aliases: tuple[UUID, ...]
    merged_into: UUID | None
    merged_on: Day | None
    source: str | None
    confirmed_on: Day | None
    active_on: Day | None
    dormant: bool
    dormant_by: HouseRule | None
