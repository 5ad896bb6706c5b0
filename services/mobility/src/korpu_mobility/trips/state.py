"""A trip as messages carry it; who travels is an id, and money, contacts and reasons stay here."""

from datetime import date, datetime
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_mobility.department_requests import Arrangements
from korpu_mobility.trips.domain.lifecycle import Cause, Level, PurposeKind, Risk, Status
from korpu_mobility.trips.parts import Approval, CheckIn, Leg, TripHelpRequest
from korpu_mobility.trips.rules import CountryRisk


class TripState(State):
    """The public state of a trip; it names people by id only."""

    status: Status
    person_id: UUID
    companion_ids: tuple[UUID, ...]
    level: Level
    purpose_kind: PurposeKind
    purpose: str
    organisation_id: UUID | None
    agreement_id: UUID | None
    visit_id: UUID | None
    project_id: UUID | None
    letter_id: UUID | None
    cover_id: UUID | None
    legs: tuple[Leg, ...]
    countries: tuple[str, ...]
    starts: date
    ends: date
    risk: Risk
    risks: tuple[CountryRisk, ...]
    insured_until: date | None
    submitted_on: date | None
    approvals: tuple[Approval, ...]
    order_number: str | None
    order_date: date | None
    advance_paid_on: date | None
    requests: tuple[TripHelpRequest, ...]
    arrangements: Arrangements
    check_in: CheckIn | None
    check_in_asked_at: datetime | None
    raised: tuple[CountryRisk, ...]
    report_due: date | None
    overdue: bool
    reported_on: date | None
    accepted_on: date | None
    settled_on: date | None
    waived: bool
    cause: Cause | None
