"""`ReturnUnitReport`: let a unit mend its part."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.reports.interface import REPORT_REFUSALS, enter_return
from korpu_events.unit_reports.aggregate import unit_reports
from korpu_events.unit_reports.domain.lifecycle import UnitReportStatus
from korpu_events.unit_reports.facts import UnitReportReturned
from korpu_events.unit_reports.refusals import NotLater
from korpu_events.unit_reports.tables import UnitReport


class ReturnUnitReport(Changes):
    """What is to be mended, and by when."""

    reason: Text
    due: Annotated[Day | None, Field(description="The day stays, if left out.")] = None


@unit_reports.changes(
    who=[OFFICER, HEAD],
    when=[UnitReportStatus.SUBMITTED, UnitReportStatus.ACCEPTED],
    to=[UnitReportStatus.RETURNED],
    emits=[UnitReportReturned],
    refuses=[NotLater, *REPORT_REFUSALS],
)
async def return_unit_report(part: UnitReport, command: ReturnUnitReport, uow: UnitOfWork) -> None:
    """Return a part with the reason, also one that was accepted, as long as the report is not consolidated."""
    if command.due and command.due < uow.today:
        raise NotLater("due", due=part.due)
    part.status, part.reason, part.due = UnitReportStatus.RETURNED, command.reason, command.due or part.due
    part.submitted_on = part.submitted_by = part.accepted_on = None
    await uow.emit(part, UnitReportReturned(reason=command.reason))
    await enter_return(part.report_id, str(part.unit), uow)
