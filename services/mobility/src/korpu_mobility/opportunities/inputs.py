"""What is written about an opportunity, by the command that drafts it and by those that change it."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Country, Day, Eqf, HttpUrl, IscedF, Term, Text, whole_number
from korpu_mobility.opportunities.domain.lifecycle import Audience, Covered, ObligationKind
from korpu_mobility.opportunities.parts import AgeLimit, FundedAmount, GradeMean, LanguageNeed, Weight, Years

Title = Annotated[Texts, Field(description="In one language or more; published in Azerbaijani and English.")]
Provider = Annotated[Text, Field(max_length=300, description="Who offers it, if it is not a registered organisation.")]
Condition = Annotated[UUID, Field(description="The condition of an agreement that gives the seats.")]
Letter = Annotated[UUID, Field(description="The registered letter by which the office learned of it.")]
Countries = Annotated[tuple[Country, ...], Field(max_length=60, description="Where it leads to.")]
Covers = Annotated[tuple[Covered, ...], Field(max_length=len(Covered))]
Amounts = Annotated[tuple[FundedAmount, ...], Field(max_length=20)]
Places = Annotated[int, Field(strict=True, ge=1, le=100_000), whole_number]
ApplyLink = Annotated[HttpUrl, Field(description="Where one applies, if it is not here.")]
Source = Annotated[HttpUrl, Field(description="Where the office looks whether it still says so.")]
Unit = Annotated[Text, Field(max_length=100, description="The faculty that looks after it.")]
Opens = Annotated[Day, Field(description="The first day to apply.")]
LastDay = Annotated[Day, Field(description="The provider's last day; it ends at 23:59 of the time zone.")]
InternalDay = Annotated[Day, Field(description="The office's own last day, before the provider's; it ends in Baku.")]
Zone = Annotated[Text, Field(max_length=64, description="The provider's time zone, by its IANA name.")]
Reason = Annotated[Text, Field(max_length=1000, description="Everybody reads it.")]


class GivenDocument(Part):
    """A document that is asked for; with the id of one that is there already it is the same one."""

    id: UUID | None = None
    title: Texts
    optional: bool = False


class GivenCriterion(Part):
    """A criterion, and how much it weighs of a hundred; with the id of one that is there it is the same one."""

    id: UUID | None = None
    title: Texts
    weight: Weight


class GivenObligation(Part):
    """What somebody takes upon themselves; with the id of one that is there already it is the same one."""

    id: UUID | None = None
    kind: ObligationKind
    text: Texts
    years: Years | None = None


class GivenDestination(Part):
    """A place that applicants can choose; with the id of one that is there already it is the same one."""

    id: UUID | None = None
    organisation_id: UUID | None = None
    condition_id: Condition | None = None
    term: Term | None = None
    starts: Annotated[Day | None, Field(description="The first day of a stay there.")] = None
    ends: Annotated[Day | None, Field(description="The last day of a stay there.")] = None


class GivenRequirements(Part):
    """What is asked of applicants; an empty list asks nothing."""

    audience: Annotated[tuple[Audience, ...], Field(max_length=len(Audience))] = ()
    eqf: Annotated[tuple[Eqf, ...], Field(max_length=8)] = ()
    isced: Annotated[tuple[IscedF, ...], Field(max_length=100)] = ()
    citizenships: Annotated[tuple[Country, ...], Field(max_length=250, description="Only these; any if empty.")] = ()
    barred_citizenships: Annotated[tuple[Country, ...], Field(max_length=250, description="None of these.")] = ()
    ages: Annotated[tuple[AgeLimit, ...], Field(max_length=9)] = ()
    mean: GradeMean | None = None
    languages: Annotated[tuple[LanguageNeed, ...], Field(max_length=20, description="Each of them is needed.")] = ()
    documents: Annotated[tuple[GivenDocument, ...], Field(max_length=30)] = ()


Criteria = Annotated[tuple[GivenCriterion, ...], Field(max_length=20)]
Obligations = Annotated[tuple[GivenObligation, ...], Field(max_length=20)]
Destinations = Annotated[tuple[GivenDestination, ...], Field(max_length=200)]
MostChoices = Annotated[
    int, Field(strict=True, ge=1, le=20, description="How many of them one applicant may name, in order."), whole_number
]
