"""Where units' parts of reports are kept."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, parts
from korpu_events.tables import Table
from korpu_events.unit_reports.parts import Answer, AskedQuestion


class UnitReport(Aggregate, Table, table=True):
    """What a unit tells of a period."""

    __tablename__ = "unit_report"

    report_id: UUID = Field(index=True)
    template_id: UUID = Field(index=True)
    starts: date
    ends: date
    due: date
    overdue: bool = False
    questions: tuple[AskedQuestion, ...] = parts(AskedQuestion)
    answers: tuple[Answer, ...] = parts(Answer)
    earlier_id: UUID | None = None
    unchanged: bool = False
    submitted_on: date | None = None
    submitted_by: str | None = None
    accepted_on: date | None = None
    reason: str | None = None
