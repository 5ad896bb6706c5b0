"""`BeginScreening`: begin to look at a visit before somebody decides on it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.facts import VisitScreeningBegan
from korpu_events.visits.tables import Visit


class BeginScreening(Changes):
    """Which visit is looked at."""


@visits.changes(
    who=[OFFICER, HEAD], when=[VisitStatus.REQUESTED], to=[VisitStatus.SCREENING], emits=[VisitScreeningBegan]
)
async def begin_screening(visit: Visit, command: BeginScreening, uow: UnitOfWork) -> None:
    """Begin to look at a visit before somebody decides on it."""
    visit.status = VisitStatus.SCREENING
    await uow.emit(visit, VisitScreeningBegan())
