"""Trips as the portal sees them: who is sent where and why; money, contacts and reasons their owner tells."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import TRIPS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, references, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own, own_among
from korpu_gateway.reads.relations import each, one
from korpu_gateway.types.lists.trip import TripFilter, TripOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import Money
from korpu_gateway.types.words.admission import Arrangements, HelpStatus
from korpu_gateway.types.words.programme import TravelMode
from korpu_gateway.types.words.trip import (
    CheckIn,
    TravellerLevel,
    TravelRisk,
    TripApprover,
    TripCause,
    TripHelp,
    TripHelpDepartment,
    TripPayer,
    TripPurpose,
    TripStatus,
)

if TYPE_CHECKING:
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.letter import Letter
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.project import JointProject
    from korpu_gateway.types.visit import Visit


@part
class TripLeg:
    """One stretch of the way, from a place to the next."""

    departs: date = at()
    arrives: date = at()
    from_country: str = at()
    from_city: str = at()
    to_country: str = at()
    to_city: str = at()
    mode: TravelMode = at()


@part
class CountryRisk:
    """How risky a country was when the trip was weighed, since when, and who says so."""

    country: str = at()
    since: date = at()
    level: TravelRisk = at()
    source: str = at()


@part
class TripHelpRequest:
    """What a department is asked for, so that somebody can travel; by when, and how it stands."""

    id: UUID = at()
    help: TripHelp = at()
    department: TripHelpDepartment = at()
    due: date = at()
    status: HelpStatus = at()
    answered_on: date | None = at()
    reason: str | None = at()
    late: bool = at()
    asked_at: datetime = at()
    answer_version: int | None = at()


@part
class TripApproval:
    """One yes to a trip."""

    by: TripApprover = at()
    on: date = at()


@part
class TripInsurance:
    """With whom the traveller is insured, and until when."""

    company: str = at()
    number: str = at()
    valid_to: date = at()


@part
class EmergencyContact:
    """Whom the office calls when something happens to the traveller."""

    name: str = at()
    phone: str = at()
    relation: str | None = at()


@part
class TripFundingLine:
    """One thing that costs money, and who pays for it."""

    payer: TripPayer = at()
    what: str = at()
    planned: Money = at()


@part
class TripSpentLine:
    """One thing that was paid for, and by whom."""

    payer: TripPayer = at()
    what: str = at()
    actual: Money = at()


@part
class TripBalance:
    """What is still to be paid to the traveller; below zero it goes back to the university."""

    amount: Decimal = at()
    currency: str = at()


@part
class TripProvided:
    """Nights for which the host lodges, feeds, or both."""

    first_night: date = at()
    last_night: date = at()
    lodging: bool = at()
    meals: bool = at()


@part
class TripNight:
    """What is paid for one night, by which form of which rate."""

    night: date = at()
    country: str = at()
    city: str = at()
    travelling: bool = at()
    rate: Decimal = at()
    currency: str = at()
    share: int = at()
    amount: Decimal = at()
    since: date = at()
    source: str = at()


def _prepared(state: dict[str, Any]) -> Words:
    cities = (leg["to_city"] for leg in state["legs"])
    return {"sort": state["code"], "search": (state["code"], state["purpose"], state["order_number"] or "", *cities)}


@aggregate(
    topic="mobility.trips.v1",
    plural="trips",
    listed="Official trips abroad, by code.",
    readers={
        OFFICE | {"finance", "rectorate", "auditor"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own() | own_among("companion_ids"),
    },
    columns=(
        word("purpose_kind"),
        word("level"),
        word("risk"),
        ordered("starts"),
        ordered("ends"),
        word("countries"),
        ordered("report_due", empty="9999-12-31"),
        yes_no("overdue"),
        reference("person_id"),
        references("companion_ids", "$.companion_ids[*]"),
        reference("organisation_id"),
        reference("agreement_id"),
        reference("visit_id"),
        reference("project_id"),
        reference("letter_id"),
    ),
    prepared=_prepared,
    filter=TripFilter,
    order=TripOrder,
    came_of=("agreement_id", "visit_id", "project_id", "letter_id"),
)
class Trip(Node):
    """One official journey abroad of a member of staff, alone or with companions."""

    status: TripStatus = at()
    person: "Person | None" = one("person", "person_id")
    companions: "list[Person]" = each("person", "companion_ids")
    level: TravellerLevel = at()
    purpose_kind: TripPurpose = at()
    purpose: str = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    visit: "Visit | None" = one("visit", "visit_id")
    project: "JointProject | None" = one("joint_project", "project_id")
    letter: "Letter | None" = one("letter", "letter_id")
    cover: "Person | None" = one("person", "cover_id")
    legs: list[TripLeg] = at()
    countries: list[str] = at()
    starts: date = at()
    ends: date = at()
    risk: TravelRisk = at()
    risks: list[CountryRisk] = at()
    insured_until: date | None = at()
    submitted_on: date | None = at()
    approvals: list[TripApproval] = at()
    order_number: str | None = at()
    order_date: date | None = at()
    advance_paid_on: date | None = at()
    requests: list[TripHelpRequest] | None = at()
    arrangements: Arrangements | None = at()
    check_in: CheckIn | None = at()
    check_in_asked_at: datetime | None = at()
    raised: list[CountryRisk] | None = at()
    report_due: date | None = at()
    overdue: bool = at()
    reported_on: date | None = at()
    accepted_on: date | None = at()
    settled_on: date | None = at()
    waived: bool = at()
    cause: TripCause | None = at()
    reason: str | None = told(TRIPS, "reason", description="Why it was returned or is off, as the owner tells it.")
    justification: str | None = told(TRIPS, "justification")
    insurance: TripInsurance | None = told(TRIPS, "insurance")
    funding: list[TripFundingLine] | None = told(TRIPS, "funding")
    provided: list[TripProvided] | None = told(TRIPS, "provided")
    allowance: list[TripNight] | None = told(TRIPS, "allowance", description="Night by night.")
    allowance_total: list[Money] | None = told(TRIPS, "allowance_total")
    advance: Money | None = told(TRIPS, "advance")
    report: str | None = told(TRIPS, "report", description="What was done, as the owner tells it.")
    check_in_note: str | None = told(TRIPS, "check_in_note", description="Where the traveller is, and what is needed.")
    spent: list[TripSpentLine] | None = told(TRIPS, "spent")
    balance: list[TripBalance] | None = told(TRIPS, "balance")
    emergency_contact: EmergencyContact | None = told(TRIPS, "emergency_contact")
