"""What waits for whom about an action point: to keep the commitment, and to see that it was kept."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_events.action_points.domain.lifecycle import UNDONE, ActionPointStatus
from korpu_events.action_points.tables import ActionPoint


def tasks_of(point: ActionPoint) -> Iterator[Task]:
    """Everything that waits for somebody, as the commitment stands."""
    if point.status in UNDONE:
        yield Task(("FinishActionPoint",), due=point.due, person=point.owner_id)
    if point.status == ActionPointStatus.DONE:
        commands = ("VerifyActionPoint", "ReturnActionPoint")
        yield Task(commands, since=point.done_on, person=point.verifier_id)
