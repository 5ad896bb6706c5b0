"""Opportunities as the portal sees them: what was published, everybody reads; the rest, the office."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.readmodel.columns import ordered, reference, word, words, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, EVERYBODY, OFFICE, SIGNED_IN, everything, having, of_unit
from korpu_gateway.reads.relations import held_by, many, one
from korpu_gateway.types.lists.opportunity import OpportunityFilter, OpportunityOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, Money, in_all_languages, spoken
from korpu_gateway.types.words.opportunity import (
    FundedPer,
    FundedThing,
    ObligationKind,
    OpportunityAudience,
    OpportunityFunding,
    OpportunityKind,
    OpportunityStatus,
    SourceDeath,
    SourceVerification,
)

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.application import Application
    from korpu_gateway.types.enquiry import Enquiry
    from korpu_gateway.types.frequent_answer import FrequentAnswer
    from korpu_gateway.types.letter import Letter
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.selection import Selection


@part
class AgeLimit:
    """How old somebody may be at a level of study; without a level, whatever the level is."""

    level: int | None = at()
    under: int = at()


@part
class GradeMean:
    """The least mean of the grades, and the scale that it is on."""

    minimum: Decimal = at()
    scale: Decimal = at()


@part
class LanguageNeed:
    """A language that is needed, at this level at least."""

    language: str = at()
    cefr: str = at()


@part
class RequirementSet:
    """One version of what is asked of applicants; whoever began under it keeps it. Empty lists ask nothing."""

    number: int = at()
    since: date = at()
    audience: list[OpportunityAudience] = at()
    eqf: list[int] = at()
    isced: list[str] = at()
    citizenships: list[str] = at()
    barred_citizenships: list[str] = at()
    ages: list[AgeLimit] = at()
    mean: GradeMean | None = at()
    languages: list[LanguageNeed] = at()
    documents: list[UUID] = at()


@part
class AskedDocument:
    """A document that applicants hand in."""

    id: UUID = at()
    title: LocalizedText = at()
    optional: bool = at()


@part
class SelectionCriterion:
    """What applicants are compared by, and how much it weighs of a hundred."""

    id: UUID = at()
    title: LocalizedText = at()
    weight: int = at()


@part
class Destination:
    """One of the places that applicants choose among, and when one is there."""

    id: UUID = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    condition_id: UUID | None = at()
    term: str | None = at()
    starts: date | None = at()
    ends: date | None = at()


@part
class AwardObligation:
    """What somebody takes upon themselves who is awarded."""

    id: UUID = at()
    kind: ObligationKind = at()
    text: LocalizedText = at()
    years: int | None = at()


@part
class FundedAmount:
    """What is paid for one thing, and for how long a time."""

    covers: FundedThing = at()
    amount: Money = at()
    per: FundedPer = at()


def _prepared(state: dict[str, Any]) -> Words:
    found = (*in_all_languages(state["title"]), *in_all_languages(state["description"]))
    return {"sort": spoken(state["title"]), "search": (*found, state["code"], state["provider"] or "")}


@aggregate(
    topic="mobility.opportunities.v1",
    plural="opportunities",
    listed="Opportunities, by title; everybody reads what was published.",
    readers={
        OFFICE | {"auditor", "rectorate"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: having("published_on"),
        EVERYBODY: having("published_on"),
    },
    columns=(
        word("kind"),
        words("audience"),
        words("eqf"),
        words("isced"),
        word("countries"),
        word("funding"),
        word("covers"),
        word("academic_year"),
        word("verification"),
        word("published_on"),
        ordered("last_day", empty="9999-12-31"),
        yes_no("front_page"),
        yes_no("nomination_needed"),
        reference("organisation_id"),
        reference("agreement_id"),
        reference("letter_id"),
        reference("predecessor_id"),
    ),
    prepared=_prepared,
    filter=OpportunityFilter,
    order=OpportunityOrder,
    came_of=("agreement_id", "letter_id"),
)
class Opportunity(Node):
    """Something that students, teachers or staff can apply for."""

    status: OpportunityStatus = at()
    kind: OpportunityKind = at()
    title: LocalizedText = at()
    description: LocalizedText | None = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    provider: str | None = at()
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    condition_id: UUID | None = at()
    letter: "Letter | None" = one("letter", "letter_id")
    predecessor: "Opportunity | None" = one("opportunity", "predecessor_id")
    academic_year: str | None = at()
    countries: list[str] = at()
    audience: list[OpportunityAudience] = at()
    eqf: list[int] = at()
    isced: list[str] = at()
    requirements: list[RequirementSet] = at()
    documents: list[AskedDocument] = at()
    criteria: list[SelectionCriterion] = at()
    obligations: list[AwardObligation] = at()
    destinations: list[Destination] = at()
    most_choices: int = at()
    funding: OpportunityFunding = at()
    covers: list[FundedThing] = at()
    amounts: list[FundedAmount] = at()
    places: int | None = at()
    opens: date | None = at()
    deadline: date | None = at()
    internal_deadline: date | None = at()
    last_day: date | None = at()
    time_zone: str = at()
    opens_at: datetime | None = at()
    closes_at: datetime | None = at()
    apply_link: str | None = at()
    nomination_needed: bool = at()
    source: str | None = at()
    verified_on: date | None = at()
    verification: SourceVerification | None = at()
    front_page: bool = at()
    published_on: date | None = at()
    closed_on: date | None = at()
    suspended_for: SourceDeath | None = at()
    reason: str | None = at()
    selection: "Selection | None" = held_by("selection", "opportunity_id")
    applications: "Connection[Application]" = many("application", "opportunity_id")
    frequent_answers: "Connection[FrequentAnswer]" = many("frequent_answer", "opportunity_id")
    enquiries: "Connection[Enquiry]" = many("enquiry", "opportunity_id")
