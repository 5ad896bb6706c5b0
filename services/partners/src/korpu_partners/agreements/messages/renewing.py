"""What is said as the end of an agreement comes nearer, and when it goes on."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_partners.agreements.endings import Initiative


class AgreementReminded(Fact):
    """Its end comes nearer; those who look after it are told."""

    days: int
    ends: date
    recipients: tuple[str, ...]


class AgreementExpiring(Fact):
    """Its end is near."""

    ends: date


class AgreementNoticeDatePassed(Fact):
    """Nobody has declined: it will renew itself."""

    ends: date


class AgreementExpired(Fact):
    """Its last day is over."""

    on: date


class AgreementRenewalBegun(Fact):
    """A successor is being drafted."""

    successor_id: UUID


class AgreementRenewalDropped(Fact):
    """The successor will not be agreed."""

    successor_id: UUID


class AgreementSucceeded(Fact):
    """The successor is signed and takes over on a day."""

    successor_id: UUID
    on: date


class AgreementRenewed(Fact):
    """Its successor has taken over."""

    successor_id: UUID
    on: date


class AgreementContinued(Fact):
    """It follows its predecessor under the clause that was signed, without a new signature."""

    predecessor_id: UUID


class AgreementRenewalDeclined(Fact):
    """One side does not want it to go on after its end."""

    wished_by: Initiative
    reason: str


class AgreementReviewDue(Fact):
    """It has no end, and it is time to look whether it still serves."""

    on: date


class AgreementReviewed(Fact):
    """Somebody has looked, and it goes on."""

    on: date
