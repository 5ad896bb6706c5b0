"""What the clock does with units' parts of reports: units are reminded, and told when they are late."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_events.unit_reports.aggregate import unit_reports
from korpu_events.unit_reports.facts import UnitReportOverdue, UnitReportReminded
from korpu_events.unit_reports.tables import UnitReport

UNIT, BOTH = ("faculty_coordinator",), ("faculty_coordinator", "officer")


@unit_reports.due("due-in-*", emits=[UnitReportReminded], untrue_later=True)
async def reminded(part: UnitReport, deadline: Deadline, uow: UnitOfWork) -> None:
    """The day comes nearer, and nothing is handed in."""
    await uow.emit(part, UnitReportReminded(days=_days(deadline), due=part.due, tell=UNIT))


@unit_reports.due("late-by-*", emits=[UnitReportOverdue])
async def overdue(part: UnitReport, deadline: Deadline, uow: UnitOfWork) -> None:
    """The day is over, and nothing is handed in: the unit is told again, and the office with it."""
    part.overdue = True
    await uow.emit(part, UnitReportOverdue(days=_days(deadline), due=part.due, tell=BOTH))


def _days(deadline: Deadline) -> int:
    return int(deadline.rule.rpartition("-")[2])
