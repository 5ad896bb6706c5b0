"""Asking for figures, once for each day and reason; they come when the command is over."""

from datetime import date

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.reports.domain.lifecycle import require_known_day
from korpu_events.reports.parts import Freezing
from korpu_events.reports.tables import Report


def ask_for_figures(report: Report, as_of: date | None, reason: str | None, uow: UnitOfWork) -> date:
    """Ask for the figures of a report as of a day; what was asked for earlier and has not come does not come."""
    day = as_of or uow.today
    require_known_day(day, report.ends, uow.today)
    report.asked, report.asked_by = report.asked + 1, uow.principal.subject
    report.freezing = Freezing(number=report.asked, as_of=day, asked_on=uow.today, reason=reason)
    return day
