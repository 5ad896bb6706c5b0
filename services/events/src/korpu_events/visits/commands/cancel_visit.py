"""`CancelVisit`: call a visit off, with the reason; what it had booked is free again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.impact import ImpactNotSeen, Seen, require_impact_seen
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import UNFINISHED, VisitStatus
from korpu_events.visits.domain.readiness import STANDING, released
from korpu_events.visits.facts import VisitCancelled, VisitRequestWithdrawn
from korpu_events.visits.policies.bookings import release
from korpu_events.visits.policies.dependents import dependents_of
from korpu_events.visits.policies.requests import tell_departments
from korpu_events.visits.tables import Visit


class CancelVisit(Changes):
    """Which visit is called off, and why."""

    reason: Text
    impact: Seen = None


@visits.changes(
    who=[OFFICER, HEAD],
    when=UNFINISHED,
    to=[VisitStatus.CANCELLED],
    emits=[VisitCancelled, VisitRequestWithdrawn],
    refuses=[ImpactNotSeen],
)
async def cancel_visit(visit: Visit, command: CancelVisit, uow: UnitOfWork) -> None:
    """Call a visit off, with the reason; what it had booked is free again, and departments need not help."""
    require_impact_seen(await dependents_of(visit, uow), command.impact)
    await release(visit, uow)
    visit.status = VisitStatus.CANCELLED
    visit.reason = command.reason
    visit.overdue = False
    before = visit.requests
    visit.requests = released(before, STANDING, uow.today, command.reason)
    await uow.emit(visit, VisitCancelled(reason=command.reason))
    await tell_departments(visit, before, uow)
