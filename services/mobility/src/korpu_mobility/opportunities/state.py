"""An opportunity as messages carry it: everything about it is public."""

from datetime import date, datetime
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import AcademicYear, Country, Eqf, IscedF
from korpu_mobility.opportunities.domain.lifecycle import Audience, Covered, Death, Funding, Kind, Status, Verification
from korpu_mobility.opportunities.parts import (
    AskedDocument,
    Criterion,
    Destination,
    FundedAmount,
    Obligation,
    RequirementSet,
)


class OpportunityState(State):
    """The public state of an opportunity."""

    status: Status
    kind: Kind
    title: LocalizedText
    description: LocalizedText | None
    organisation_id: UUID | None
    provider: str | None
    agreement_id: UUID | None
    condition_id: UUID | None
    letter_id: UUID | None
    predecessor_id: UUID | None
    academic_year: AcademicYear | None
    countries: tuple[Country, ...]
    audience: tuple[Audience, ...]
    eqf: tuple[Eqf, ...]
    isced: tuple[IscedF, ...]
    requirements: tuple[RequirementSet, ...]
    documents: tuple[AskedDocument, ...]
    criteria: tuple[Criterion, ...]
    obligations: tuple[Obligation, ...]
    destinations: tuple[Destination, ...]
    most_choices: int
    funding: Funding
    covers: tuple[Covered, ...]
    amounts: tuple[FundedAmount, ...]
    places: int | None
    opens: date | None
    deadline: date | None
    internal_deadline: date | None
    last_day: date | None
    time_zone: str
    opens_at: datetime | None
    closes_at: datetime | None
    apply_link: str | None
    nomination_needed: bool
    source: str | None
    verified_on: date | None
    verification: Verification | None
    front_page: bool
    published_on: date | None
    closed_on: date | None
    suspended_for: Death | None
    reason: str | None
