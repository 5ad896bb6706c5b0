"""Where agreements are kept: one row each, with the terms, the review, the signatures and the amendments."""

from datetime import date
from uuid import UUID

from sqlalchemy import Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_partners.agreements.domain.amendments import Amendment, open_amendment
from korpu_partners.agreements.domain.endings import NonRenewal, Suspension, Termination
from korpu_partners.agreements.domain.journeys import JourneyNear
from korpu_partners.agreements.domain.lifecycle import UNSIGNED, Status
from korpu_partners.agreements.domain.reviews import Approval, Review, ReviewStep
from korpu_partners.agreements.domain.signatures import Signature
from korpu_partners.agreements.records import History, KeptDocument, Origin, Waiver
from korpu_partners.agreements.terms import Article, Condition, Obligation, Party, Renewal, Terms, TermsVersion
from korpu_partners.indexes import index_into
from korpu_partners.tables import Table


class Agreement(Aggregate, Table, table=True):
    """What our university and its partners agree, from the draft to the end."""

    __tablename__ = "agreement"
    __table_args__ = (index_into("agreement_partner_ids", "partner_ids"),)

    kind: str = Field(index=True)
    title: LocalizedText = part(LocalizedText, nullable=False)
    partner_ids: list[UUID] = Field(sa_type=ARRAY(Uuid))
    owner: str
    backup: str | None = None
    origin: Origin | None = part(Origin)
    documents: tuple[KeptDocument, ...] = parts(KeptDocument)
    waivers: tuple[Waiver, ...] = parts(Waiver)

    terms: Terms = part(Terms, nullable=False)
    terms_version: int = 1
    terms_hash: str
    terms_author: str
    review: Review | None = part(Review)
    former_terms: tuple[TermsVersion, ...] = parts(TermsVersion)
    approved_terms: TermsVersion | None = part(TermsVersion)
    signed_terms: TermsVersion | None = part(TermsVersion)
    signatures: tuple[Signature, ...] = parts(Signature)
    visit_id: UUID | None = None
    amendments: tuple[Amendment, ...] = parts(Amendment)

    approved_on: date | None = None
    signed_on: date | None = None
    calendar_from: date | None = None
    in_force_on: date | None = None
    expired_on: date | None = None
    terminated_on: date | None = None

    predecessor_id: UUID | None = Field(default=None, index=True)
    successor_id: UUID | None = None
    renews_on: date | None = None
    renewed_on: date | None = None
    non_renewal: NonRenewal | None = part(NonRenewal)
    suspension: Suspension | None = part(Suspension)
    termination: Termination | None = part(Termination)
    reviewed_on: date | None = None
    reason: str | None = Field(default=None, sa_type=Text)
    history: History | None = part(History)
    journeys: tuple[JourneyNear, ...] = parts(JourneyNear)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who is bound."""
        return self.terms.parties

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The seats that are agreed now, amendments in effect included."""
        return self.terms.conditions

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """What is promised now, amendments in effect included."""
        return self.terms.obligations

    @property
    def articles(self) -> tuple[Article, ...]:
        """What is agreed in words of its own now, amendments in effect included."""
        return self.terms.articles

    @property
    def renewal(self) -> Renewal:
        """How it goes on after its end."""
        return self.terms.renewal

    @property
    def starts(self) -> date | None:
        """The first day by agreement; none means from the signature."""
        return self.terms.starts

    @property
    def ends(self) -> date | None:
        """The last day by agreement."""
        return self.terms.ends

    @property
    def evergreen(self) -> bool:
        """Whether it has no end by agreement."""
        return self.terms.evergreen

    @property
    def takes_effect(self) -> date | None:
        """The first day in force: as agreed, and never before the signature."""
        return max(self.starts or self.signed_on, self.signed_on) if self.signed_on else None

    @property
    def terminates_on(self) -> date | None:
        """The first day on which a termination has effect."""
        return self.termination.effective if self.termination else None

    @property
    def is_suspended(self) -> bool:
        """Whether it rests."""
        return self.suspension is not None

    @property
    def is_annulled(self) -> bool:
        """Whether its record was a mistake."""
        return self.history is not None and self.history.annulled_on is not None

    @property
    def reviews(self) -> tuple[ReviewStep, ...]:
        """The route of the present terms."""
        return self.review.steps if self.review else ()

    @property
    def approvals(self) -> tuple[Approval, ...]:
        """The approvals of the present terms."""
        return self.review.approvals if self.review else ()

    @property
    def ball_with(self) -> str | None:
        """Whose move it is; nobody's when nothing is open."""
        if self.status == Status.IN_REVIEW and self.review:
            return self.review.ball_with
        if self.status in UNSIGNED:
            return "us"
        amendment = open_amendment(self.amendments)
        return (amendment.review.ball_with or "us") if amendment else None

    def version_of_terms(self, on: date) -> TermsVersion:
        """The present terms, to be kept as they are."""
        return TermsVersion(version=self.terms_version, hash=self.terms_hash, terms=self.terms, on=on)
