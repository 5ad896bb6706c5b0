"""`DeclineVisit`: say no to a visit, with the reason; whoever asked for it does not decide."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, RECTORATE
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.facts import VisitDeclined
from korpu_events.visits.refusals.course import ApproverIsAuthor
from korpu_events.visits.tables import Visit


class DeclineVisit(Changes):
    """Which visit will not take place, and why."""

    reason: Text


@visits.changes(
    who=[HEAD, RECTORATE],
    when=[VisitStatus.REQUESTED, VisitStatus.SCREENING],
    to=[VisitStatus.DECLINED],
    emits=[VisitDeclined],
    refuses=[ApproverIsAuthor],
    barred={"author": ApproverIsAuthor},
)
async def decline_visit(visit: Visit, command: DeclineVisit, uow: UnitOfWork) -> None:
    """Say no to a visit, with the reason; whoever asked for it does not decide."""
    visit.status = VisitStatus.DECLINED
    visit.reason = command.reason
    await uow.emit(visit, VisitDeclined(reason=command.reason))
