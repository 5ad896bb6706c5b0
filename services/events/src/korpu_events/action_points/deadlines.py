"""What is said when an action point falls due."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_events.action_points.aggregate import action_points, status_of
from korpu_events.action_points.domain.lifecycle import ActionPointStatus
from korpu_events.action_points.facts import ActionPointOverdue
from korpu_events.action_points.tables import ActionPoint


@action_points.due("overdue", emits=[ActionPointOverdue])
async def overdue(point: ActionPoint, _: Deadline, uow: UnitOfWork) -> None:
    """The due day is over and nothing is done: owner and head are told."""
    if status_of(point, uow.today) == ActionPointStatus.OVERDUE:
        await uow.emit(point, ActionPointOverdue(tell=("owner", "head")))
