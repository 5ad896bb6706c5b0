"""Handing a unit's part in: whoever does so is known, because somebody else accepts it."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.unit_reports.domain.lifecycle import UnitReportStatus
from korpu_events.unit_reports.tables import UnitReport


def hand_in(part: UnitReport, uow: UnitOfWork) -> None:
    """The part is with the office now, and nobody is reminded of it."""
    part.status, part.overdue, part.reason = UnitReportStatus.SUBMITTED, False, None
    part.submitted_on, part.submitted_by = uow.today, uow.principal.subject
