"""How lists of admissions are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_numbers, exactly, matching, until, within
from korpu_gateway.types.words.admission import (
    AdmissionBasis,
    AdmissionStatus,
    Arrangements,
    MigrationStatus,
    StudyFunding,
)


@words
class AdmissionOrderKey(Enum):
    """What admissions are ordered by."""

    CODE = "code"
    PROGRAMME = "sort"
    ACADEMIC_YEAR = "academic_year"
    REGISTRATION_DUE = "registration_due"
    PERMIT_DUE = "permit_due"
    PERMIT_UNTIL = "permit_until"
    CHANGED = "changed"


@strawberry.input
class AdmissionFilter:
    """Which admissions."""

    search: str | None = matching()
    status: list[AdmissionStatus] | None = within("status")
    migration: list[MigrationStatus] | None = within("migration")
    arrangements: list[Arrangements] | None = within("arrangements")
    basis: list[AdmissionBasis] | None = within("basis")
    funding: list[StudyFunding] | None = within("funding")
    level: list[int] | None = among_numbers("level")
    language: list[str] | None = within("language")
    academic_year: list[str] | None = within("academic_year")
    education_country: list[str] | None = within("education_country")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    person: strawberry.ID | None = about("person_id", "person")
    organisation: strawberry.ID | None = about("organisation_id", "organisation", merged=True)
    agreement: strawberry.ID | None = about("agreement_id", "agreement")
    registration_due_until: date | None = until("registration_due")
    registration_overdue: bool | None = exactly("registration_overdue")
    permit_due_until: date | None = until("permit_due")
    permit_overdue: bool | None = exactly("permit_overdue")
    permit_ends_until: date | None = until("permit_until")


@strawberry.input
class AdmissionOrder:
    """In which order admissions come."""

    by: AdmissionOrderKey
    direction: Direction = Direction.ASC
