"""Admissions as they are kept."""

from datetime import date
from typing import Annotated
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_mobility.admissions.domain.lifecycle import Migration
from korpu_mobility.admissions.parts import (
    ChecklistEntry,
    HelpRequest,
    Permit,
    PermitApplication,
    PlaceOfStay,
    RunningClock,
    Visa,
)
from korpu_mobility.department_requests import Arrangements, sum_of
from korpu_mobility.tables import Table


class Admission(Aggregate, Table, table=True):
    """One foreign citizen's way to a programme: the admission, the migration office and the arrangements."""

    __tablename__ = "admission"
    __table_args__ = (UniqueConstraint("portal_number", name="admission_portal_number"),)

    person_id: UUID = Field(index=True)
    basis: str
    organisation_id: UUID | None = None
    agreement_id: UUID | None = None
    programme: str
    level: int
    language: str
    funding: str
    academic_year: str
    education_country: str
    residence: Annotated[str | None, Personal] = None
    portal_number: Annotated[str | None, Personal] = None
    applied_on: date | None = None
    documents: tuple[ChecklistEntry, ...] = parts(ChecklistEntry)
    recognition_asked_on: date | None = None
    recognised_on: date | None = None
    offered_on: date | None = None
    offer_until: date | None = None
    accepted_on: date | None = None
    order_number: str | None = None
    order_date: date | None = None
    leave_until: date | None = None
    ended_on: date | None = None
    departed_on: date | None = None
    stood: str | None = None
    cause: str | None = None
    reason: Annotated[str | None, Personal] = None
    migration: str = Migration.NOT_BEGUN
    letter_number: str | None = None
    letter_on: date | None = None
    visa: Annotated[Visa | None, Personal] = part(Visa | None)
    arrived_on: date | None = None
    place: Annotated[PlaceOfStay | None, Personal] = part(PlaceOfStay | None)
    permit_application: PermitApplication | None = part(PermitApplication | None)
    permit: Annotated[Permit | None, Personal] = part(Permit | None)
    registration_clock: RunningClock | None = part(RunningClock | None)
    permit_clock: RunningClock | None = part(RunningClock | None)
    requests: tuple[HelpRequest, ...] = parts(HelpRequest)

    @property
    def arrangements(self) -> Arrangements:
        """How far the arrangements are: the sum of the requests to departments."""
        return sum_of(self.requests)

    @property
    def clocks(self) -> tuple[RunningClock, ...]:
        """What is due with the migration office, each with the rule that it was judged by."""
        return tuple(each for each in (self.registration_clock, self.permit_clock) if each)

    @property
    def registered(self) -> bool:
        """Whether the place of stay is registered, and nobody has moved since."""
        return self.place is not None and self.registration_clock is None

    @property
    def visa_until(self) -> date | None:
        """The last day of the visa; its number is told by the owner alone."""
        return self.visa.valid_to if self.visa else None

    @property
    def registered_until(self) -> date | None:
        """The last day of the registration; where it is, only those hear who have to do with it."""
        return self.place.valid_to if self.place else None

    @property
    def permit_until(self) -> date | None:
        """The last day of the permit."""
        return self.permit.valid_to if self.permit else None

    @property
    def registration_due(self) -> date | None:
        """By when the place of stay is to be registered."""
        return self.registration_clock.due if self.registration_clock else None

    @property
    def registration_overdue(self) -> bool:
        """Whether the registration is late, and the head was told."""
        return bool(self.registration_clock and self.registration_clock.overdue)

    @property
    def permit_due(self) -> date | None:
        """By when the next permit is to be applied for."""
        return self.permit_clock.due if self.permit_clock else None

    @property
    def permit_overdue(self) -> bool:
        """Whether the application is late, and the head was told."""
        return bool(self.permit_clock and self.permit_clock.overdue)
