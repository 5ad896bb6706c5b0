"""`WithdrawReport`: ask nobody any more for a report that was requested by mistake."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.reports.aggregate import reports
from korpu_events.reports.domain.lifecycle import UNPUBLISHED, ReportStatus
from korpu_events.reports.facts import ReportWithdrawn
from korpu_events.reports.tables import Report
from korpu_events.unit_reports.interface import withdraw_parts


class WithdrawReport(Changes):
    """Why nobody accounts for this period by it."""

    reason: Text


@reports.changes(who=[OFFICER, HEAD], when=UNPUBLISHED, to=[ReportStatus.WITHDRAWN], emits=[ReportWithdrawn])
async def withdraw_report(report: Report, command: WithdrawReport, uow: UnitOfWork) -> None:
    """Withdraw a report with the parts of its units."""
    report.status, report.freezing, report.reason = ReportStatus.WITHDRAWN, None, command.reason
    await uow.emit(report, ReportWithdrawn(reason=command.reason))
    await withdraw_parts(report.id, command.reason, uow)
