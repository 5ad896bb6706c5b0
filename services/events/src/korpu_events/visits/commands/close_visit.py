"""`CloseVisit`: close the file of a visit that has its report and its follow-up."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.domain.outcome import require_report_and_follow_up
from korpu_events.visits.facts import VisitClosed
from korpu_events.visits.refusals.outcome import FollowUpMissing, ReportMissing
from korpu_events.visits.tables import Visit


class CloseVisit(Changes):
    """The file of which visit is closed."""


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.COMPLETED, VisitStatus.REPORTED],
    to=[VisitStatus.CLOSED],
    emits=[VisitClosed],
    refuses=[ReportMissing, FollowUpMissing],
)
async def close_visit(visit: Visit, command: CloseVisit, uow: UnitOfWork) -> None:
    """Close the file of a visit that has its report and its follow-up."""
    report = visit.report if visit.status == VisitStatus.REPORTED else None
    require_report_and_follow_up(report, visit.action_points, visit.no_follow_up)
    visit.status = VisitStatus.CLOSED
    await uow.emit(visit, VisitClosed())
