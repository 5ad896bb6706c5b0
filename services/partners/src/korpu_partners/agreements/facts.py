"""What happened, as messages tell it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_partners.agreements.domain.endings import Initiative
from korpu_partners.agreements.domain.journeys import JourneyNear
from korpu_partners.agreements.domain.routes import Step


class AgreementAmendmentProposed(Fact):
    """A change of the signed terms is being reviewed."""

    number: int


class AgreementAmendmentApprovalGiven(Fact):
    """One office, or the partner, approves an amendment."""

    number: int
    by: Step
    organisation_id: UUID | None


class AgreementAmendmentApproved(Fact):
    """All have approved an amendment: it can be signed."""

    number: int


class AgreementAmendmentSigned(Fact):
    """All parties have signed an amendment."""

    number: int
    on: date
    effective: date


class AgreementAmended(Fact):
    """An amendment has taken effect: the terms are other than before."""

    number: int
    terms_version: int


class AgreementAmendmentDropped(Fact):
    """An amendment will not be agreed."""

    number: int
    reason: str


class AgreementDrafted(Fact):
    """Somebody has written a first draft."""


class AgreementCorrected(Fact):
    """Its title is other than before; the terms are not."""


class AgreementAssigned(Fact):
    """Others look after it now."""

    owner: str
    backup: str | None


class AgreementDocumentAdded(Fact):
    """A paper was put to it."""

    reference: str


class AgreementDocumentRemoved(Fact):
    """A paper did not belong to it."""

    reference: str
    reason: str


class AgreementTermsChanged(Fact):
    """What is agreed is other than before; approvals of the former terms are void."""

    terms_version: int
    voided: tuple[Step, ...]


class AgreementRuleWaived(Fact):
    """The head has allowed an exception."""

    rule: str
    reason: str


class AgreementSuspended(Fact):
    """It rests: nothing new begins under it."""

    until: date | None
    reason: str


class AgreementResumed(Fact):
    """It rests no more."""


class AgreementTerminationGiven(Fact):
    """Notice was given: it ends early."""

    effective: date
    wished_by: Initiative
    reason: str


class AgreementTerminationWithdrawn(Fact):
    """Notice was taken back: it goes on as it was signed."""

    effective: date
    reason: str


class AgreementTerminated(Fact):
    """It has ended early."""

    on: date


class AgreementRecorded(Fact):
    """An agreement of the past was entered as it was signed."""

    on: date
    number: str | None


class AgreementAnnulled(Fact):
    """It was entered by mistake; its number stays used."""

    reason: str


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


class AgreementSubmitted(Fact):
    """Its review has begun, or goes on after repair."""

    terms_version: int


class AgreementApprovalGiven(Fact):
    """One office, or the partner, approves the terms."""

    by: Step
    organisation_id: UUID | None
    terms_version: int


class AgreementApproved(Fact):
    """All have approved the terms: they can be signed."""

    terms_version: int


class AgreementReturned(Fact):
    """A reviewer wants it repaired."""

    by: Step
    organisation_id: UUID | None
    reason: str


class AgreementReviewOverdue(Fact):
    """A review step was not decided in its time."""

    steps: tuple[Step, ...]


class AgreementAbandoned(Fact):
    """It will not be agreed."""

    reason: str


class AgreementReopened(Fact):
    """It was abandoned, and is a draft again."""

    reason: str


class AgreementSignatureCorrected(Fact):
    """The day of a signature was written down wrongly."""

    organisation_id: UUID | None
    was: date
    on: date
    signed_on: date
    reason: str


class AgreementSigned(Fact):
    """All parties have signed what was approved."""

    on: date
    terms_version: int
    visit_id: UUID | None


class AgreementInForce(Fact):
    """Its first day has come."""

    on: date


class AgreementJourneyNear(Fact):
    """Somebody of ours is going to where a partner is: whoever looks after the agreement and who goes are told."""

    journey: JourneyNear
    person_ids: tuple[UUID, ...]
    tell: tuple[str, ...]
