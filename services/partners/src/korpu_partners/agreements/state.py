"""An agreement as messages carry it."""

from datetime import date
from typing import Literal
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_partners.agreements.domain.endings import NonRenewal, Suspension, Termination
from korpu_partners.agreements.domain.journeys import JourneyNear
from korpu_partners.agreements.domain.kinds import Kind
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.published import PublicAmendment, PublicApproval, PublicReviewStep, PublicSignature
from korpu_partners.agreements.records import History, KeptDocument, Origin, Waiver
from korpu_partners.agreements.terms import Article, Condition, Obligation, Party, Renewal, TermsVersion

BallWith = Literal["us", "partner", "faculty", "legal", "finance", "rectorate"]


class AgreementState(State):
    """An agreement as everybody may know it; dates, seats, obligations and articles are those in effect now."""

    status: Status
    kind: Kind
    title: LocalizedText
    parties: tuple[Party, ...]
    conditions: tuple[Condition, ...]
    obligations: tuple[Obligation, ...]
    articles: tuple[Article, ...]
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
    documents: tuple[KeptDocument, ...]
    waivers: tuple[Waiver, ...]
    reason: str | None
    history: History | None
    journeys: tuple[JourneyNear, ...]
