"""`DeclareNoFollowUp`: say that nothing follows from a visit."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.domain.outcome import require_no_action_points
from korpu_events.visits.facts import VisitNoFollowUp
from korpu_events.visits.refusals.outcome import FollowUpAgreed
from korpu_events.visits.tables import Visit


class DeclareNoFollowUp(Changes):
    """From which visit nothing follows, and why."""

    reason: Text


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.COMPLETED, VisitStatus.REPORTED],
    emits=[VisitNoFollowUp],
    refuses=[FollowUpAgreed],
)
async def declare_no_follow_up(visit: Visit, command: DeclareNoFollowUp, uow: UnitOfWork) -> None:
    """Say that nothing follows from a visit."""
    require_no_action_points(visit.action_points)
    visit.no_follow_up = command.reason
    await uow.emit(visit, VisitNoFollowUp(reason=command.reason))
