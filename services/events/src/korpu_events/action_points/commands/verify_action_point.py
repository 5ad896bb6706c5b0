"""`VerifyActionPoint`: confirm that a commitment was kept; whoever kept it does not."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.action_points.aggregate import action_points
from korpu_events.action_points.domain.lifecycle import ActionPointStatus
from korpu_events.action_points.facts import ActionPointVerified
from korpu_events.action_points.refusals import VerifierIsDoer, VerifierIsOwner
from korpu_events.action_points.tables import ActionPoint
from korpu_events.permissions import HEAD, OFFICER, STAFF


class VerifyActionPoint(Changes):
    """Which commitment has been kept, as somebody else has seen."""


@action_points.changes(
    who=[OFFICER, HEAD, STAFF.own("verifier_id")],
    when=[ActionPointStatus.DONE],
    to=[ActionPointStatus.VERIFIED],
    emits=[ActionPointVerified],
    refuses=[VerifierIsDoer, VerifierIsOwner],
    barred={"done_by": VerifierIsDoer},
)
async def verify_action_point(
    point: ActionPoint,
    command: VerifyActionPoint,
    uow: UnitOfWork,
) -> None:
    """Confirm that a commitment was kept; whoever kept it, or whose it is, does not."""
    if point.owner_id is not None and uow.principal.person_id == point.owner_id:
        raise VerifierIsOwner
    point.verified_on = uow.today
    await uow.emit(point, ActionPointVerified(on=uow.today))
