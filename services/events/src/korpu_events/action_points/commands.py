"""What the office does with commitments once they are made."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.action_points.lifecycle import (
    UNDONE,
    ActionPointStatus,
    DueInThePast,
    Priority,
    VerifierIsDoer,
    still_to_come,
)
from korpu_events.action_points.messages import (
    ActionPointChanged,
    ActionPointDone,
    ActionPointReturned,
    ActionPointVerified,
)
from korpu_events.action_points.room import action_points
from korpu_events.action_points.tables import ActionPoint
from korpu_events.people import COORDINATOR, HEAD, OFFICER, STAFF


class ChangeActionPoint(Corrects):
    """What changes of a commitment, and why; what is left out stays."""

    owner_id: UUID | None = None
    verifier_id: UUID | None = None
    due: Day | None = None
    priority: Priority | None = None
    reason: Text


class FinishActionPoint(Changes):
    """Which commitment is kept, and by what one can see it."""

    evidence: Annotated[Text | None, Field(description="Where one can see that it is done.")] = None


class VerifyActionPoint(Changes):
    """Which commitment has been kept, as somebody else has seen."""


class ReturnActionPoint(Changes):
    """Which commitment is not kept yet, and why."""

    reason: Text


@action_points.changes(who=[OFFICER, HEAD], when=UNDONE, to=UNDONE, emits=[ActionPointChanged], refuses=[DueInThePast])
async def change_action_point(point: ActionPoint, command: ChangeActionPoint, uow: UnitOfWork) -> None:
    """Give a commitment to others or for another day, with the reason."""
    given = command.model_dump(include={"owner_id", "verifier_id", "due", "priority"}, exclude_none=True)
    if command.due:
        still_to_come(command.due, uow.today)
    for name, value in given.items():
        setattr(point, name, value)
    await uow.emit(point, ActionPointChanged(reason=command.reason))


@action_points.changes(
    who=[OFFICER, HEAD, COORDINATOR.of("unit"), STAFF.own("owner_id")],
    when=UNDONE,
    to=[ActionPointStatus.DONE],
    emits=[ActionPointDone],
)
async def finish_action_point(point: ActionPoint, command: FinishActionPoint, uow: UnitOfWork) -> None:
    """Say that a commitment is kept; somebody else verifies it."""
    point.done_on, point.done_by, point.evidence = uow.today, uow.principal.subject, command.evidence
    await uow.emit(point, ActionPointDone(on=uow.today))


@action_points.changes(
    who=[OFFICER, HEAD, STAFF.own("verifier_id")],
    when=[ActionPointStatus.DONE],
    to=[ActionPointStatus.VERIFIED],
    emits=[ActionPointVerified],
    refuses=[VerifierIsDoer],
    barred={"done_by": VerifierIsDoer},
)
async def verify_action_point(
    point: ActionPoint,
    command: VerifyActionPoint,
    uow: UnitOfWork,
) -> None:
    """Confirm that a commitment was kept; whoever kept it does not."""
    point.verified_on = uow.today
    await uow.emit(point, ActionPointVerified(on=uow.today))


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
