"""Mobilities as they are kept."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy import Text as SqlText
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, instant, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_documents.attachments import Attachment
from korpu_mobility.mobilities.domain.lifecycle import Cause
from korpu_mobility.mobilities.domain.overlap import Span
from korpu_mobility.mobilities.parts import Cancellation, GrantAmount, GrantRow, Posting, StayFile
from korpu_mobility.safety import EmergencyContact, Insurance
from korpu_mobility.tables import Table


class Mobility(Aggregate, Table, table=True):
    """One stay of one person; person, sender and receiver never change, a replacement is a new one."""

    __tablename__ = "mobility"
    __table_args__ = (Index("mobility_by_condition", "condition_id", "academic_year"),)

    person_id: UUID = Field(index=True)
    direction: str
    audience: str
    kind: str
    sender_id: UUID | None = None
    sender_unit: str | None = None
    receiver_id: UUID | None = None
    receiver_unit: str | None = None
    agreement_id: UUID = Field(index=True)
    condition_id: UUID
    academic_year: str
    term: str | None = None
    planned_from: date
    planned_to: date
    actual_from: date | None = None
    actual_to: date | None = None
    level: int
    field: str
    funding: str
    language_level: Annotated[str | None, Personal] = None
    waiting: int | None = None
    seated_at: datetime | None = instant()
    offer_until: date | None = None
    risk: str | None = None
    cause: str | None = None
    force_majeure: bool | None = None
    reason: Annotated[str | None, Personal] = None
    ects: Decimal | None = None
    decision_due: date | None = None
    courses_wanted: list[str] = Field(default_factory=list, sa_type=ARRAY(SqlText))
    housing_wanted: bool | None = None
    insurance: Annotated[Insurance | None, Personal] = part(Insurance)
    emergency_contact: Annotated[EmergencyContact | None, Personal] = part(EmergencyContact)
    grant: Annotated[tuple[GrantRow, ...], Personal] = parts(GrantRow)
    granted: Annotated[tuple[GrantAmount, ...], Personal] = parts(GrantAmount)
    postings: tuple[Posting, ...] = parts(Posting)
    cancellation: Cancellation | None = part(Cancellation)
    files: Annotated[tuple[StayFile, ...], Personal] = parts(StayFile)

    @property
    def span(self) -> Span:
        """The days of the stay: the receiver's where they are known, else the sender's."""
        return Span(self.code, self.actual_from or self.planned_from, self.actual_to or self.planned_to)

    @property
    def insured_until(self) -> date | None:
        """Until when the person is insured; with whom, only those hear who arrange the stay."""
        return self.insurance.valid_to if self.insurance else None

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Its papers, whatever they are."""
        return tuple(each.file for each in self.files)

    def corrected_for(self, reason: str) -> str:
        """The record was wrong: the words are for the person alone, beside those that were there before."""
        self.reason = f"{self.reason}\n{reason}" if self.reason else reason
        return "corrected"

    def ends_for(self, cause: Cause, reason: str | None) -> str:
        """The stay ends otherwise than planned: the cause is for the books, the words are for the person alone."""
        self.cause, self.reason = cause, reason
        self.waiting = self.offer_until = self.risk = None
        return cause.value
