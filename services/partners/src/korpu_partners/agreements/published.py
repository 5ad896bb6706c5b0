"""The parts of an agreement as they are published; the names of signatories stay in the office."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import ConfigDict

from korpu_chassis.i18n.text import LocalizedText
from korpu_partners.agreements.domain.amendments import AmendmentStatus
from korpu_partners.agreements.domain.routes import Step
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.terms import Terms, Value


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
