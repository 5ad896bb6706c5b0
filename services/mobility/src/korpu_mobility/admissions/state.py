"""An admission as messages carry it: who comes is an id; numbers, addresses and reasons stay here."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.validation.codes import AcademicYear, Country, Eqf, LanguageTag
from korpu_mobility.admissions.domain.lifecycle import Basis, Cause, Funding, Migration, Status
from korpu_mobility.admissions.parts import HelpRequest
from korpu_mobility.department_requests import Arrangements


class AdmissionState(State):
    """The public state of an admission; it names the person by id only."""

    status: Status
    migration: Migration
    arrangements: Arrangements
    person_id: UUID
    basis: Basis
    organisation_id: UUID | None
    agreement_id: UUID | None
    programme: str
    level: Eqf
    language: LanguageTag
    funding: Funding
    academic_year: AcademicYear
    education_country: Country
    applied_on: date | None
    recognition_asked_on: date | None
    recognised_on: date | None
    offered_on: date | None
    offer_until: date | None
    accepted_on: date | None
    order_number: str | None
    order_date: date | None
    leave_until: date | None
    ended_on: date | None
    departed_on: date | None
    cause: Cause | None
    letter_number: str | None
    letter_on: date | None
    visa_until: date | None
    arrived_on: date | None
    registered_until: date | None
    registration_due: date | None
    registration_overdue: bool
    permit_until: date | None
    permit_due: date | None
    permit_overdue: bool
    requests: tuple[HelpRequest, ...]
