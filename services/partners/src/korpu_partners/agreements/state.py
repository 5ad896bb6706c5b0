"""An agreement as messages carry it; the names of signatories stay in the office."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import ConfigDict

from korpu_chassis.commands import State
from korpu_chassis.text import LocalizedText
from korpu_partners.agreements.amendments import AmendmentStatus
from korpu_partners.agreements.endings import NonRenewal, Suspension, Termination
from korpu_partners.agreements.records import Document, Origin, Waiver
from korpu_partners.agreements.routes import Evidence, Step
from korpu_partners.agreements.terms import (
    Condition,
    Kind,
    Obligation,
    Party,
    Renewal,
    Terms,
    TermsVersion,
    Value,
)

BallWith = Literal["us", "partner", "faculty", "legal", "finance", "rectorate"]


class Published(Value):
    """A part of an agreement without what stays in the office."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")


class PublicReviewStep(Published):
    """One step of the route, and what was decided."""

    step: Step
    organisation_id: UUID | None
    stage: int
    due: date | None
    decided: Literal["approved", "returned"] | None
    decided_on: date | None


class PublicApproval(Published):
    """One yes to exactly these terms."""

    by: Step
    organisation_id: UUID | None
    terms_version: int
    terms_hash: str
    on: date
    subject: str
    evidence: Evidence | None


class PublicSignature(Published):
    """Which party signed, and when; not who held the pen."""

    organisation_id: UUID | None
    unit: str | None
    on: date
    evidence: Evidence | None


class PublicReview(Published):
    """The route and the approvals of an amendment."""

    steps: tuple[PublicReviewStep, ...]
    approvals: tuple[PublicApproval, ...]


class PublicAmendment(Published):
    """A numbered change of signed terms."""

    number: int
    title: LocalizedText
    status: AmendmentStatus
    terms: Terms
    terms_hash: str
    review: PublicReview
    proposed_on: date
    effective: date | None
    signed_on: date | None
    signatures: tuple[PublicSignature, ...]
    reason: str | None


class AgreementState(State):
    """An agreement as everybody may know it; dates, seats and obligations are those in effect now."""

    kind: Kind
    title: LocalizedText
    parties: tuple[Party, ...]
    conditions: tuple[Condition, ...]
    obligations: tuple[Obligation, ...]
    starts: date | None
    ends: date | None
    evergreen: bool
    renewal: Renewal
    terms_version: int
    terms_hash: str
    approved_terms: TermsVersion | None
    signed_terms: TermsVersion | None
    reviews: tuple[PublicReviewStep, ...]
    approvals: tuple[PublicApproval, ...]
    ball_with: BallWith | None
    signatures: tuple[PublicSignature, ...]
    amendments: tuple[PublicAmendment, ...]
    approved_on: date | None
    signed_on: date | None
    in_force_on: date | None
    expired_on: date | None
    terminated_on: date | None
    predecessor_id: UUID | None
    successor_id: UUID | None
    renews_on: date | None
    renewed_on: date | None
    non_renewal: NonRenewal | None
    suspension: Suspension | None
    termination: Termination | None
    owner: str
    backup: str | None
    origin: Origin | None
    visit_id: UUID | None
    documents: tuple[Document, ...]
    waivers: tuple[Waiver, ...]
    reason: str | None
