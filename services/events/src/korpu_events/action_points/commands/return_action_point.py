"""`ReturnActionPoint`: give a commitment back because it is not kept yet, with the reason."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.action_points.aggregate import action_points
from korpu_events.action_points.domain.lifecycle import UNDONE, ActionPointStatus
from korpu_events.action_points.facts import ActionPointReturned
from korpu_events.action_points.policies.origins import tell_origin
from korpu_events.action_points.tables import ActionPoint
from korpu_events.permissions import HEAD, OFFICER, STAFF


class ReturnActionPoint(Changes):
    """Which commitment is not kept yet, and why."""

    reason: Text


@action_points.changes(
    who=[OFFICER, HEAD, STAFF.own("verifier_id")],
    when=[ActionPointStatus.DONE],
    to=UNDONE,
    emits=[ActionPointReturned],
)
async def return_action_point(point: ActionPoint, command: ReturnActionPoint, uow: UnitOfWork) -> None:
    """Give a commitment back because it is not kept yet, with the reason."""
    point.done_on = point.done_by = point.evidence = None
    await uow.emit(point, ActionPointReturned(reason=command.reason))
    await tell_origin(point, uow)
