"""What happened, as messages tell it."""

from typing import Literal
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_chassis.validation.codes import Day


class OrganisationRegistered(Fact):
    """A new organisation is known to the office."""


class OrganisationCorrected(Fact):
    """Its names, place, identifiers or tags are other than before."""

    fields: tuple[str, ...]


class OrganisationContactsChanged(Fact):
    """It is reached in another way than before."""

    contact_id: UUID
    how: Literal["added", "ended", "consented", "withdrawn", "purged"]


class OrganisationActivated(Fact):
    """The university works with it."""


class OrganisationSuspended(Fact):
    """The university does not work with it for a time."""

    reason: str


class OrganisationArchived(Fact):
    """The university works with it no more."""

    reason: str


class OrganisationReopened(Fact):
    """It was archived, and the university turns to it again."""

    reason: str


class OrganisationMerged(Fact):
    """It was a duplicate; its successor goes on under both identities."""

    into: UUID
    reason: str


class OrganisationAbsorbed(Fact):
    """A duplicate went into it."""

    merged: UUID


class OrganisationSeparated(Fact):
    """It was no duplicate: it goes on by itself again."""

    successor: UUID
    reason: str


class OrganisationReleased(Fact):
    """An organisation that had been taken for its duplicate goes on by itself again."""

    separated: UUID


class OrganisationAssigned(Fact):
    """Another unit of ours looks after it."""

    unit: str | None


class OrganisationDealtWith(Fact):
    """Something happened with it, on a later day than before."""

    on: Day


class OrganisationDormant(Fact):
    """Nothing has happened with it for so many months."""

    since: Day | None
    months: int


class OrganisationAwakened(Fact):
    """It was dormant, and something happened with it again."""

    on: Day


class OrganisationRated(Fact):
    """Its risk was judged."""

    rating: str


class OrganisationRiskExpired(Fact):
    """The judgement of its risk is too old to be used."""


class OrganisationConfirmed(Fact):
    """Somebody made sure that what is known of it is still true."""

    on: Day
