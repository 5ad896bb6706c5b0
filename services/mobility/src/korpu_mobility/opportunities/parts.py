"""The pieces of an opportunity: what it asks of applicants, what it pays, and what it demands afterwards."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import (
    Cefr,
    Country,
    Eqf,
    IscedF,
    LanguageTag,
    Money,
    Term,
    sent_decimal,
    whole_number,
)
from korpu_mobility.opportunities.domain.lifecycle import Audience, Covered, ObligationKind, Rate

Grade = Annotated[
    Decimal, Field(gt=0, le=1000, decimal_places=2), sent_decimal(1000, r"^(1000|[0-9]{1,3}(\.[0-9]{1,2})?)$")
]
Age = Annotated[int, Field(strict=True, ge=1, le=120), whole_number]
Weight = Annotated[int, Field(strict=True, ge=1, le=100), whole_number]
Years = Annotated[int, Field(strict=True, ge=1, le=30), whole_number]


class AgeLimit(Part):
    """How old somebody may be at a level of study; without a level, whatever the level is."""

    level: Eqf | None = None
    under: Age


class GradeMean(Part):
    """The least mean of the grades, and the scale that it is on."""

    minimum: Grade
    scale: Grade


class LanguageNeed(Part):
    """A language that is needed, at this level at least."""

    language: LanguageTag
    cefr: Cefr


class Requirements(Part):
    """What is asked of applicants; an empty list asks nothing."""

    audience: tuple[Audience, ...] = ()
    eqf: tuple[Eqf, ...] = ()
    isced: tuple[IscedF, ...] = ()
    citizenships: tuple[Country, ...] = ()
    barred_citizenships: tuple[Country, ...] = ()
    ages: tuple[AgeLimit, ...] = ()
    mean: GradeMean | None = None
    languages: tuple[LanguageNeed, ...] = ()
    documents: tuple[UUID, ...] = ()


class RequirementSet(Requirements):
    """One version of what is asked; whoever began to apply under it keeps it."""

    number: int
    since: date

    @property
    def asked(self) -> Requirements:
        """What it asks, whichever version it is."""
        return Requirements.model_validate({name: getattr(self, name) for name in Requirements.model_fields})


class AskedDocument(Part):
    """A document that applicants hand in; it stays known for those who were asked for it."""

    id: UUID
    title: LocalizedText
    optional: bool = False


class Criterion(Part):
    """What applicants are compared by, and how much it weighs of a hundred."""

    id: UUID
    title: LocalizedText
    weight: Weight


class Destination(Part):
    """One of the places that applicants choose among: a partner, or the seats of a condition; and when one is there."""

    id: UUID
    organisation_id: UUID | None = None
    condition_id: UUID | None = None
    term: Term | None = None
    starts: date | None = None
    ends: date | None = None


class Obligation(Part):
    """What somebody takes upon themselves who is awarded."""

    id: UUID
    kind: ObligationKind
    text: LocalizedText
    years: Years | None = None


class FundedAmount(Part):
    """What is paid for one thing, and for how long a time."""

    covers: Covered
    amount: Money
    per: Rate
