"""Opportunities as they are kept."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_mobility.opportunities.domain.dates import HOME, Days
from korpu_mobility.opportunities.domain.lifecycle import OPEN, Funding, Verification
from korpu_mobility.opportunities.parts import (
    AskedDocument,
    Criterion,
    Destination,
    FundedAmount,
    Obligation,
    Requirements,
    RequirementSet,
)
from korpu_mobility.tables import Table


class Opportunity(Aggregate, Table, table=True):
    """Something that students, teachers or staff can apply for, and what is known of it."""

    __tablename__ = "opportunity"

    kind: str
    title: LocalizedText = part(LocalizedText, nullable=False)
    description: LocalizedText | None = part(LocalizedText | None)
    organisation_id: UUID | None = Field(default=None, index=True)
    provider: str | None = None
    agreement_id: UUID | None = Field(default=None, index=True)
    condition_id: UUID | None = None
    letter_id: UUID | None = None
    predecessor_id: UUID | None = None
    academic_year: str | None = None
    countries: tuple[str, ...] = parts(str)
    requirements: tuple[RequirementSet, ...] = parts(RequirementSet)
    documents: tuple[AskedDocument, ...] = parts(AskedDocument)
    criteria: tuple[Criterion, ...] = parts(Criterion)
    obligations: tuple[Obligation, ...] = parts(Obligation)
    destinations: tuple[Destination, ...] = parts(Destination)
    most_choices: int = 1
    funding: str = Funding.NONE
    covers: tuple[str, ...] = parts(str)
    amounts: tuple[FundedAmount, ...] = parts(FundedAmount)
    places: int | None = None
    opens: date | None = None
    deadline: date | None = None
    internal_deadline: date | None = None
    time_zone: str = HOME
    apply_link: str | None = None
    nomination_needed: bool = False
    source: str | None = None
    verified_on: date | None = None
    verification: str | None = None
    published_on: date | None = None
    closed_on: date | None = None
    suspended_for: str | None = None
    reason: str | None = None

    @property
    def days(self) -> Days:
        """From when and until when one can apply."""
        return Days(self.opens, self.deadline, self.internal_deadline, self.time_zone)

    @property
    def last_day(self) -> date | None:
        """The last day on which one can apply, as it is written."""
        return self.days.last_day

    @property
    def opens_at(self) -> datetime | None:
        """The first moment at which one can apply."""
        return self.days.opens_at

    @property
    def closes_at(self) -> datetime | None:
        """The last moment at which one can apply."""
        return self.days.closes_at

    @property
    def asked(self) -> RequirementSet:
        """What is asked of whoever begins to apply now."""
        return self.requirements[-1]

    @property
    def audience(self) -> tuple[str, ...]:
        """Whom it is for."""
        return self.asked.audience

    @property
    def eqf(self) -> tuple[int, ...]:
        """At which levels of study."""
        return self.asked.eqf

    @property
    def isced(self) -> tuple[str, ...]:
        """In which fields of study."""
        return self.asked.isced

    @property
    def front_page(self) -> bool:
        """Whether it stands where everybody looks first: open, and looked up at its source not too long ago."""
        return self.status in OPEN and self.verification != Verification.STALE

    @property
    def texts(self) -> Mapping[str, LocalizedText | None]:
        """Every text that everybody reads, by its name."""
        asked = set(self.asked.documents)
        named = {
            "documents": [each.title for each in self.documents if each.id in asked],
            "criteria": [each.title for each in self.criteria],
            "obligations": [each.text for each in self.obligations],
        }
        lists = {f"{name}.{n}": text for name, texts in named.items() for n, text in enumerate(texts)}
        return {"title": self.title, "description": self.description, **lists}

    def asks(self, wanted: Requirements, today: date, *, anew: bool) -> None:
        """Ask this of whoever begins now: in a new version once others may have begun, else instead of the present."""
        kept = self.requirements if anew else ()
        given = {name: getattr(wanted, name) for name in Requirements.model_fields}
        self.requirements = (*kept, RequirementSet(number=len(kept) + 1, since=today, **given))

    def verified(self, today: date) -> None:
        """Somebody has looked at the source today."""
        self.verified_on, self.verification = today, Verification.FRESH
