"""`CloseVisit`: close the file of a visit that has its report and its follow-up."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.domain.outcome import require_report_and_follow_up
from korpu_events.visits.domain.readiness import OPEN, released
from korpu_events.visits.facts import VisitClosed, VisitRequestWithdrawn
from korpu_events.visits.policies.requests import tell_departments
from korpu_events.visits.refusals.outcome import FollowUpMissing, ReportMissing
from korpu_events.visits.tables import Visit

CLOSED = "Səfərin işi bağlanıb · The file of the visit is closed"


class CloseVisit(Changes):
    """The file of which visit is closed."""


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.COMPLETED, VisitStatus.REPORTED],
    to=[VisitStatus.CLOSED],
    emits=[VisitClosed, VisitRequestWithdrawn],
    refuses=[ReportMissing, FollowUpMissing],
    requires=[require_report_and_follow_up],
)
async def close_visit(visit: Visit, command: CloseVisit, uow: UnitOfWork) -> None:
    """Close the file of a visit that has its report and its follow-up; what nobody has done is not needed any more."""
    visit.status = VisitStatus.CLOSED
    before = visit.requests
    visit.requests = released(before, OPEN, uow.today, CLOSED)
    await uow.emit(visit, VisitClosed())
    await tell_departments(visit, before, uow)
