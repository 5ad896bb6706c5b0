"""`StartVisit`: say that the delegation is here, or that ours has gone."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus, require_begun
from korpu_events.visits.facts import VisitStarted
from korpu_events.visits.refusals.course import NotBegun
from korpu_events.visits.tables import Visit


class StartVisit(Changes):
    """Which delegation is here."""


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.CONFIRMED],
    to=[VisitStatus.IN_PROGRESS],
    emits=[VisitStarted],
    refuses=[NotBegun],
)
async def start_visit(visit: Visit, command: StartVisit, uow: UnitOfWork) -> None:
    """Say that the delegation is here, or that ours has gone."""
    require_begun(visit.starts, uow.today)
    visit.status = VisitStatus.IN_PROGRESS
    await uow.emit(visit, VisitStarted())
