"""`ReopenReport`: take a report apart again that was consolidated too early."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.reports.aggregate import reports
from korpu_events.reports.domain.lifecycle import ReportStatus
from korpu_events.reports.facts import ReportReopened
from korpu_events.reports.tables import Report


class ReopenReport(Changes):
    """Why it was too early."""

    reason: Text


@reports.changes(
    who=[OFFICER, HEAD], when=[ReportStatus.CONSOLIDATED], to=[ReportStatus.REQUESTED], emits=[ReportReopened]
)
async def reopen_report(report: Report, command: ReopenReport, uow: UnitOfWork) -> None:
    """Let parts of units be returned again; units that were left out stay so."""
    report.status, report.consolidated_on, report.freezing = ReportStatus.REQUESTED, None, None
    report.reason = command.reason
    await uow.emit(report, ReportReopened(reason=command.reason))
