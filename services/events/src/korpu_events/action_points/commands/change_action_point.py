"""`ChangeActionPoint`: give a commitment to others or for another day, with the reason."""

from uuid import UUID

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.action_points.aggregate import action_points
from korpu_events.action_points.domain.lifecycle import UNDONE, Priority, require_still_to_come, require_two_people
from korpu_events.action_points.facts import ActionPointChanged
from korpu_events.action_points.refusals import DueInThePast, VerifierIsOwner
from korpu_events.action_points.tables import ActionPoint
from korpu_events.permissions import HEAD, OFFICER


class ChangeActionPoint(Corrects):
    """What changes of a commitment, and why; what is left out stays."""

    owner_id: UUID | None = None
    verifier_id: UUID | None = None
    due: Day | None = None
    priority: Priority | None = None
    reason: Text


@action_points.changes(
    who=[OFFICER, HEAD], when=UNDONE, to=UNDONE, emits=[ActionPointChanged], refuses=[DueInThePast, VerifierIsOwner]
)
async def change_action_point(point: ActionPoint, command: ChangeActionPoint, uow: UnitOfWork) -> None:
    """Give a commitment to others or for another day, with the reason."""
    given = command.model_dump(include={"owner_id", "verifier_id", "due", "priority"}, exclude_none=True)
    if command.due:
        require_still_to_come(command.due, uow.today)
    for name, value in given.items():
        setattr(point, name, value)
    require_two_people(point.owner_id, point.verifier_id)
    await uow.emit(point, ActionPointChanged(reason=command.reason))
