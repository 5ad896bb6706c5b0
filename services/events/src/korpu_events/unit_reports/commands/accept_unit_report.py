"""`AcceptUnitReport`: take a unit's part into the report."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.reports.interface import enter_acceptance
from korpu_events.unit_reports.aggregate import unit_reports
from korpu_events.unit_reports.domain.lifecycle import UnitReportStatus
from korpu_events.unit_reports.facts import UnitReportAccepted
from korpu_events.unit_reports.refusals import AcceptedByWriter
from korpu_events.unit_reports.tables import UnitReport


class AcceptUnitReport(Changes):
    """Whose part is whole."""


@unit_reports.changes(
    who=[OFFICER, HEAD],
    when=[UnitReportStatus.SUBMITTED],
    to=[UnitReportStatus.ACCEPTED],
    emits=[UnitReportAccepted],
    refuses=[AcceptedByWriter],
    barred={"submitted_by": AcceptedByWriter},
)
async def accept_unit_report(part: UnitReport, command: AcceptUnitReport, uow: UnitOfWork) -> None:
    """Accept a part; whoever handed it in does not."""
    part.status, part.accepted_on = UnitReportStatus.ACCEPTED, uow.today
    await uow.emit(part, UnitReportAccepted())
    await enter_acceptance(part.report_id, str(part.unit), uow)
