"""What learns that a commitment was kept, or is not kept after all."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.action_points.tables import ActionPoint
from korpu_events.proposals.interface import reckon_proposal


async def tell_origin(point: ActionPoint, uow: UnitOfWork) -> None:
    """A proposal is implemented when all that follows from it is done."""
    if point.origin_kind == "proposal" and point.origin_id:
        await reckon_proposal(point.origin_id, uow)
