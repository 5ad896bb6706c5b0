"""`ReturnReport`: give a report back for repair; seven days begin anew."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import REPORT_WITHIN, VisitStatus
from korpu_events.visits.facts import VisitReportReturned
from korpu_events.visits.tables import Visit


class ReturnReport(Changes):
    """Which report needs repair, and why."""

    reason: Text


@visits.changes(who=[HEAD], when=[VisitStatus.REPORTED], to=[VisitStatus.COMPLETED], emits=[VisitReportReturned])
async def return_report(visit: Visit, command: ReturnReport, uow: UnitOfWork) -> None:
    """Give a report back for repair; seven days begin anew."""
    visit.status = VisitStatus.COMPLETED
    visit.report_due = uow.today + REPORT_WITHIN
    await uow.emit(visit, VisitReportReturned(reason=command.reason))
