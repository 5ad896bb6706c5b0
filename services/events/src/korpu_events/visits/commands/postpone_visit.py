"""`PostponeVisit`: put a visit off without new days; what it had booked is free again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.impact import ImpactNotSeen, Seen, require_impact_seen
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import PREPARED, VisitStatus
from korpu_events.visits.domain.readiness import asked_again
from korpu_events.visits.facts import VisitPostponed, VisitRequestChanged
from korpu_events.visits.policies.bookings import release
from korpu_events.visits.policies.dependents import dependents_of
from korpu_events.visits.policies.requests import tell_departments
from korpu_events.visits.tables import Visit


class PostponeVisit(Changes):
    """Which visit waits for other days, and why."""

    reason: Text
    impact: Seen = None


@visits.changes(
    who=[OFFICER, HEAD],
    when=PREPARED,
    to=[VisitStatus.POSTPONED],
    emits=[VisitPostponed, VisitRequestChanged],
    refuses=[ImpactNotSeen],
)
async def postpone_visit(visit: Visit, command: PostponeVisit, uow: UnitOfWork) -> None:
    """Put a visit off without new days; what it had booked is free again, and departments hold nothing for it."""
    require_impact_seen(await dependents_of(visit, uow), command.impact)
    await release(visit, uow)
    visit.status = VisitStatus.POSTPONED
    visit.reason = command.reason
    visit.overdue = False
    before = visit.requests
    visit.requests = asked_again(before, {each.id: each.due for each in before}, uow.now)
    await uow.emit(visit, VisitPostponed(reason=command.reason))
    await tell_departments(visit, before, uow)
