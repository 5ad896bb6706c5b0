"""Admissions as the portal sees them: who comes to which programme; numbers, addresses and reasons the owner tells."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import ADMISSIONS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import number, ordered, reference, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own
from korpu_gateway.reads.relations import many, one
from korpu_gateway.types.lists.admission import AdmissionFilter, AdmissionOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.admission import (
    AdmissionBasis,
    AdmissionCause,
    AdmissionDocumentKind,
    AdmissionStatus,
    Arrangements,
    Help,
    HelpDepartment,
    HelpStatus,
    MigrationStatus,
    StayClockKind,
    StudyFunding,
    VisaKind,
)

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.mobility_paper import MobilityPaper
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person


@part
class HelpRequest:
    """What a department is asked for when somebody comes, by when, and how it stands."""

    id: UUID = at()
    help: Help = at()
    department: HelpDepartment = at()
    due: date = at()
    status: HelpStatus = at()
    answered_on: date | None = at()
    reason: str | None = at()
    late: bool = at()
    asked_at: datetime = at()
    answer_version: int | None = at()


@part
class AdmissionDocument:
    """One document of the application, in which form it is here, and until when it is valid."""

    kind: AdmissionDocumentKind = at()
    original: bool = at()
    translated: bool = at()
    notarised: bool = at()
    apostille: bool = at()
    received: date = at()
    valid_to: date | None = at()


@part
class Visa:
    """The visa with which somebody enters."""

    kind: VisaKind = at()
    number: str = at()
    valid_from: date = at()
    valid_to: date = at()


@part
class PlaceOfStay:
    """Where somebody is registered, and for how long."""

    address: str = at()
    valid_from: date = at()
    valid_to: date = at()


@part
class StayPermit:
    """The permit to stay in the country for some time."""

    number: str = at()
    valid_from: date = at()
    valid_to: date = at()


@part
class PermitApplication:
    """For how long a permit was asked for, and by which form of the rule the passport was long enough."""

    on: date = at()
    until: date = at()
    since: date = at()
    source: str = at()


@part
class StayClock:
    """What is due with the migration office, with the form of the rule that it was judged by."""

    kind: StayClockKind = at()
    started: date = at()
    due: date = at()
    since: date = at()
    source: str = at()
    overdue: bool = at()


def _prepared(state: dict[str, Any]) -> Words:
    search = (state["code"], state["programme"], state["order_number"] or "", state["letter_number"] or "")
    return {"sort": state["programme"], "search": search}


@aggregate(
    topic="mobility.admissions.v1",
    plural="admissions",
    listed="Admissions of foreign citizens, by programme.",
    readers={
        OFFICE | {"migration_liaison", "rectorate", "auditor"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own(),
    },
    columns=(
        word("migration"),
        word("arrangements"),
        word("basis"),
        word("funding"),
        number("level"),
        word("language"),
        ordered("academic_year"),
        word("education_country"),
        ordered("registration_due", empty="9999-12-31"),
        yes_no("registration_overdue"),
        ordered("permit_due", empty="9999-12-31"),
        yes_no("permit_overdue"),
        ordered("permit_until", empty="9999-12-31"),
        reference("person_id"),
        reference("organisation_id"),
        reference("agreement_id"),
    ),
    prepared=_prepared,
    filter=AdmissionFilter,
    order=AdmissionOrder,
    came_of=("agreement_id",),
)
class Admission(Node):
    """One foreign citizen's way to a programme: the admission, the migration office and the arrangements."""

    status: AdmissionStatus = at()
    migration: MigrationStatus = at()
    arrangements: Arrangements = at()
    person: "Person | None" = one("person", "person_id")
    basis: AdmissionBasis = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    programme: str = at()
    level: int = at()
    language: str = at()
    funding: StudyFunding = at()
    academic_year: str = at()
    education_country: str = at()
    applied_on: date | None = at()
    recognition_asked_on: date | None = at()
    recognised_on: date | None = at()
    offered_on: date | None = at()
    offer_until: date | None = at()
    accepted_on: date | None = at()
    order_number: str | None = at()
    order_date: date | None = at()
    leave_until: date | None = at()
    ended_on: date | None = at()
    departed_on: date | None = at()
    cause: AdmissionCause | None = at()
    letter_number: str | None = at()
    letter_on: date | None = at()
    visa_until: date | None = at()
    arrived_on: date | None = at()
    registered_until: date | None = at()
    registration_due: date | None = at()
    registration_overdue: bool = at()
    permit_until: date | None = at()
    permit_due: date | None = at()
    permit_overdue: bool = at()
    requests: list[HelpRequest] = at()
    papers: "Connection[MobilityPaper]" = many("mobility_paper", "admission_id")
    reason: str | None = told(ADMISSIONS, "reason", description="Why it is off or waits, as the owner tells it.")
    portal_number: str | None = told(ADMISSIONS, "portal_number")
    residence: str | None = told(ADMISSIONS, "residence")
    documents: list[AdmissionDocument] | None = told(ADMISSIONS, "documents")
    visa: Visa | None = told(ADMISSIONS, "visa")
    place: PlaceOfStay | None = told(ADMISSIONS, "place")
    permit: StayPermit | None = told(ADMISSIONS, "permit")
    permit_application: PermitApplication | None = told(ADMISSIONS, "permit_application")
    clocks: list[StayClock] | None = told(ADMISSIONS, "clocks")
