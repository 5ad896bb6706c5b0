"""Applications as the portal sees them: who asks for which place; what was written, their owner tells."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import APPLICATIONS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, references
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own, own_among
from korpu_gateway.reads.relations import each, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.eligibility import EligibilityFinding
from korpu_gateway.types.lists.application import ApplicationFilter, ApplicationOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.opportunity import LanguageNeed
from korpu_gateway.types.words.application import (
    ApplicationCause,
    ApplicationStatus,
    ChoiceOutcome,
    ConflictKind,
    HandedDocumentState,
)
from korpu_gateway.types.words.opportunity import OpportunityAudience

if TYPE_CHECKING:
    from korpu_gateway.types.mobility import Mobility
    from korpu_gateway.types.opportunity import Opportunity
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person


@part
class ApplicationChoice:
    """A destination that somebody wants; the most wanted stands first."""

    destination_id: UUID = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    condition_id: UUID | None = at()


@part
class ApplicationDocument:
    """How a document stands that the opportunity asks for, and until when it is brought anew."""

    document_id: UUID = at()
    state: HandedDocumentState = at()
    until: date | None = at()


@part
class HandedDocument:
    """A document with its file, once it was brought."""

    document_id: UUID = at()
    state: HandedDocumentState = at()
    until: date | None = at()
    file: Attachment | None = at()


@part
class CriterionPoints:
    """The points for one criterion, of a hundred."""

    criterion_id: UUID = at()
    points: int = at()


@part
class GivenScore:
    """What a member of the committee gave for one criterion, of a hundred."""

    member: "Person | None" = one("person", "member_id")
    criterion_id: UUID = at()
    points: int = at()


@part
class ScoreCorrection:
    """What a member had given before they put it right, and why."""

    member: "Person | None" = one("person", "member_id")
    corrected_at: datetime = at("at")
    reason: str = at()
    before: list[CriterionPoints] = at()


@part
class ScoringConflict:
    """A member of the committee who does not score an application, and why."""

    member: "Person | None" = one("person", "member_id")
    kind: ConflictKind = at()


@part
class ExplainedChoice:
    """What became of one choice, and why, in the caller's language."""

    choice: int = at()
    destination_id: UUID = at()
    outcome: ChoiceOutcome = at()
    places: int | None = at()
    last_rank: int | None = at()
    text: str = at()


@part
class StatedFacts:
    """What the applicant says about themselves; what the office knows counts before it."""

    audience: OpportunityAudience | None = at()
    level: int | None = at()
    field: str | None = at()
    citizenship: str | None = at()
    birth_date: date | None = at()
    mean: Decimal | None = at()
    mean_scale: Decimal | None = at()
    languages: list[LanguageNeed] = at()


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"],)}


@aggregate(
    topic="mobility.applications.v1",
    plural="applications",
    listed="Applications to opportunities, by code; each applicant reads the own ones.",
    readers={
        OFFICE | {"auditor", "rectorate"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own() | own_among("scorer_ids"),
    },
    columns=(
        ordered("repair_until", empty="9999-12-31"),
        ordered("submitted_at", empty="9999-12-31"),
        reference("person_id"),
        reference("opportunity_id"),
        references("scorer_ids", "$.scorer_ids[*]"),
        ordered("offer_until", empty="9999-12-31"),
        reference("mobility_id"),
    ),
    prepared=_prepared,
    filter=ApplicationFilter,
    order=ApplicationOrder,
    came_of=("opportunity_id",),
)
class Application(Node):
    """What one person asks of one opportunity."""

    status: ApplicationStatus = at()
    person: "Person | None" = one("person", "person_id")
    opportunity: "Opportunity | None" = one("opportunity", "opportunity_id")
    requirements: int = at()
    choices: list[ApplicationChoice] = at()
    documents: list[ApplicationDocument] = at()
    submitted_at: datetime | None = at()
    repair_until: date | None = at()
    scorers: "list[Person]" = each("person", "scorer_ids")
    scores_given: int = at()
    score_by: date | None = at()
    place: ApplicationChoice | None = at()
    offer_until: date | None = at()
    confirmed_on: date | None = at()
    mobility: "Mobility | None" = one("mobility", "mobility_id")
    nomination_problem: str | None = at()
    cause: ApplicationCause | None = at()
    motivation: str | None = told(APPLICATIONS, "motivation", description="Why, in the applicant's own words.")
    stated: StatedFacts | None = told(APPLICATIONS, "stated")
    handed: list[HandedDocument] | None = told(APPLICATIONS, "handed", description="The documents with their files.")
    reason: str | None = told(APPLICATIONS, "reason", description="Why it was returned or rejected, for the applicant.")
    checks: list[EligibilityFinding] | None = told(
        APPLICATIONS, "checks", description="What each rule says of the applicant; all must be met to submit."
    )
    mean: Decimal | None = told(APPLICATIONS, "mean", description="The weighted mean of the scores.")
    rank: int | None = told(APPLICATIONS, "rank")
    conflicts: list[ScoringConflict] | None = told(APPLICATIONS, "conflicts")
    corrections: list[ScoreCorrection] | None = told(
        APPLICATIONS, "corrections", description="What members had given before they put it right."
    )
    scores: list[GivenScore] | None = told(
        APPLICATIONS, "scores", description="What each member gave; a member reads it after giving the own scores."
    )
    explanation: list[ExplainedChoice] | None = told(
        APPLICATIONS, "explanation", description="Why this place, and why that one not, in plain words."
    )
