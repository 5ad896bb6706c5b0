"""The definition of units' parts of reports: who reads them, what is held before one, and when units are reminded."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.clock import start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.dated_rules import rungs
from korpu_chassis.deadlines import Deadline
from korpu_events.permissions import AUDITOR, COORDINATOR, HEAD, OFFICER, RECTORATE
from korpu_events.reports.interface import holding_report
from korpu_events.unit_reports.domain.lifecycle import LIVING, WITH_THE_UNIT, UnitReportStatus
from korpu_events.unit_reports.facts import UnitReportRequested, UnitReportWithdrawn
from korpu_events.unit_reports.rules import OVERDUE, REMINDERS
from korpu_events.unit_reports.state import UnitReportState
from korpu_events.unit_reports.tables import UnitReport
from korpu_events.unit_reports.tasks import tasks_of

UNIT = COORDINATOR.of("unit")
"""Whose part it is."""


def deadlines_of(part: UnitReport) -> Sequence[Deadline]:
    """The unit is reminded before the day and after it, until it has handed its part in."""
    if part.status not in WITH_THE_UNIT:
        return []
    before = [(day, f"due-in-{days}") for days, day in rungs(part.due, REMINDERS.forms())]
    after = [(day, f"late-by-{days}") for days, day in rungs(part.due, OVERDUE.forms(), after=True)]
    return [Deadline(start_of_day(day), rule) for day, rule in (*before, *after)]


def report_of(part_id: UUID) -> Executable:
    """Hold its report first, as whoever withdraws the report does."""
    report = select(col(UnitReport.report_id)).where(col(UnitReport.id) == part_id)
    return holding_report(report.scalar_subquery())


unit_reports = AggregateDefinition(
    UnitReport,
    state=UnitReportState,
    topic="events.unit-reports.v1",
    readers=[OFFICER, HEAD, RECTORATE, AUDITOR, UNIT],
    deadlines=deadlines_of,
    tasks=tasks_of,
    after=report_of,
    unasked={"[*]": (UnitReportStatus.REQUESTED,), **dict.fromkeys(LIVING, (UnitReportStatus.WITHDRAWN,))},
)
unit_reports.also_emits(UnitReportRequested, UnitReportWithdrawn)
