"""`RestateReport`: compute the figures of a published report anew, and say why."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.reports.aggregate import reports
from korpu_events.reports.domain.lifecycle import ReportStatus
from korpu_events.reports.facts import ReportRestatementBegan
from korpu_events.reports.inputs import AsOf
from korpu_events.reports.policies.freezing import ask_for_figures
from korpu_events.reports.refusals import FreezingDayOutOfReach
from korpu_events.reports.tables import Report


class RestateReport(Changes):
    """As of which day, and why what was published is not so."""

    as_of: AsOf = None
    reason: Text


@reports.changes(
    who=[OFFICER, HEAD],
    when=[ReportStatus.PUBLISHED],
    emits=[ReportRestatementBegan],
    refuses=[FreezingDayOutOfReach],
)
async def restate_report(report: Report, command: RestateReport, uow: UnitOfWork) -> None:
    """Ask for the figures anew; what differs is named, and the head publishes the restatement."""
    as_of = ask_for_figures(report, command.as_of, command.reason, uow)
    await uow.emit(report, ReportRestatementBegan(as_of=as_of, reason=command.reason))
