"""A unit's part of a report as messages carry it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_events.unit_reports.domain.lifecycle import UnitReportStatus
from korpu_events.unit_reports.parts import Answer, AskedQuestion


class UnitReportState(State):
    """The public state of a unit's part of a report."""

    status: UnitReportStatus
    report_id: UUID
    template_id: UUID
    starts: date
    ends: date
    due: date
    overdue: bool
    questions: tuple[AskedQuestion, ...]
    answers: tuple[Answer, ...]
    earlier_id: UUID | None
    unchanged: bool
    submitted_on: date | None
    submitted_by: str | None
    accepted_on: date | None
    reason: str | None
