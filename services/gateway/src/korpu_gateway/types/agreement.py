"""Agreements as the portal sees them: parties, terms, where they stand, and what came out of them."""

from datetime import date
from typing import TYPE_CHECKING, Any

from korpu_gateway.owners.personal import AGREEMENT_REACH, IMPACTS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, references, word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import EVERYBODY, INSIDE, among
from korpu_gateway.reads.relations import many, one
from korpu_gateway.types.impact import Impact
from korpu_gateway.types.lists.agreement import AgreementFilter, AgreementOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.reach import Reach, reached
from korpu_gateway.types.reviews import (
    Amendment,
    Approval,
    Document,
    History,
    JourneyNear,
    NonRenewal,
    Origin,
    ReviewStep,
    Signature,
    Suspension,
    Termination,
    Waiver,
)
from korpu_gateway.types.terms import Article, Condition, Obligation, Party, Renewal, TermsVersion
from korpu_gateway.types.values import LocalizedText, in_all_languages, spoken
from korpu_gateway.types.words.agreement import AgreementStatus
from korpu_gateway.types.words.reviews import BallWith
from korpu_gateway.types.words.terms import AgreementKind

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.admission import Admission
    from korpu_gateway.types.mobility import Mobility
    from korpu_gateway.types.opportunity import Opportunity
    from korpu_gateway.types.paper import Paper
    from korpu_gateway.types.project import JointProject
    from korpu_gateway.types.publication import Publication
    from korpu_gateway.types.trip import Trip
    from korpu_gateway.types.visit import Visit

PUBLISHED = ("in_force", "expiring")


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": spoken(state["title"]), "search": (*in_all_languages(state["title"]), state["code"])}


@aggregate(
    topic="partners.agreements.v1",
    plural="agreements",
    listed="Agreements, by title.",
    readers={**INSIDE, EVERYBODY: among("status", PUBLISHED)},
    columns=(
        word("kind"),
        ordered("starts"),
        ordered("ends", empty="9999-12-31"),
        word("ball_with"),
        word("signed_on"),
        word("in_force_on"),
        reference("predecessor_id"),
        reference("visit_id"),
        reference("origin_id", "origin,id"),
        references("organisation_ids", "$.parties[*].organisation_id ? (@ != null)"),
    ),
    prepared=_prepared,
    filter=AgreementFilter,
    order=AgreementOrder,
    came_of=("origin_id", "visit_id", "predecessor_id"),
)
class Agreement(Node):
    """A memorandum or agreement with one or more partners."""

    status: AgreementStatus = at()
    kind: AgreementKind = at()
    title: LocalizedText = at()
    parties: list[Party] = at()
    conditions: list[Condition] = at()
    obligations: list[Obligation] = at()
    articles: list[Article] | None = at()
    starts: date | None = at()
    ends: date | None = at()
    evergreen: bool = at()
    renewal: Renewal = at()
    terms_version: int = at()
    terms_hash: str = at()
    approved_terms: TermsVersion | None = at(seen_by=INSIDE)
    signed_terms: TermsVersion | None = at()
    reviews: list[ReviewStep] | None = at(seen_by=INSIDE)
    approvals: list[Approval] | None = at(seen_by=INSIDE)
    ball_with: BallWith | None = at(seen_by=INSIDE)
    signatures: list[Signature] | None = at(seen_by=INSIDE)
    amendments: list[Amendment] | None = at(seen_by=INSIDE)
    approved_on: date | None = at(seen_by=INSIDE)
    signed_on: date | None = at()
    in_force_on: date | None = at()
    expired_on: date | None = at()
    terminated_on: date | None = at()
    renews_on: date | None = at()
    renewed_on: date | None = at()
    predecessor: "Agreement | None" = one("agreement", "predecessor_id")
    successor: "Agreement | None" = one("agreement", "successor_id")
    non_renewal: NonRenewal | None = at(seen_by=INSIDE)
    suspension: Suspension | None = at(seen_by=INSIDE)
    termination: Termination | None = at(seen_by=INSIDE)
    owner: str | None = at(seen_by=INSIDE)
    backup: str | None = at(seen_by=INSIDE)
    origin: Origin | None = at(seen_by=INSIDE)
    visit: "Visit | None" = one("visit", "visit_id")
    documents: list[Document] | None = at(seen_by=INSIDE)
    waivers: list[Waiver] | None = at(seen_by=INSIDE)
    reason: str | None = at(seen_by=INSIDE)
    history: History | None = at(seen_by=INSIDE)
    journeys: list[JourneyNear] | None = at(seen_by=INSIDE)
    papers: "Connection[Paper]" = many("paper", "agreement_id")
    reach: list[Reach] | None = reached(AGREEMENT_REACH)
    impact: Impact | None = told(IMPACTS, "impact")
    projects: "Connection[JointProject]" = many("joint_project", "agreement_id")
    publications: "Connection[Publication]" = many("publication", "agreement_id")
    mobilities: "Connection[Mobility]" = many("mobility", "agreement_id")
    opportunities: "Connection[Opportunity]" = many("opportunity", "agreement_id")
    trips: "Connection[Trip]" = many("trip", "agreement_id")
    admissions: "Connection[Admission]" = many("admission", "agreement_id")
