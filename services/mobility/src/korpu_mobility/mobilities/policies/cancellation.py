"""A stay that has not begun ends, and its seat is free."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.interface import cancel_with_stay
from korpu_mobility.mobilities.domain.lifecycle import BEFORE_ARRIVAL, Cause, Status
from korpu_mobility.mobilities.facts import MobilityCancelled
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.accounts import reckon_grant
from korpu_mobility.mobilities.tables import Mobility

MOVABLE = (Status.WAITLISTED, Status.OFFERED, *BEFORE_ARRIVAL, Status.ARRIVED)


async def give_up(mobility: Mobility, cause: Cause, reason: str | None, uow: UnitOfWork) -> None:
    """A stay that has not begun ends here, and its seat or its place in line is free."""
    mobility.status = Status.CANCELLED
    uow.why = mobility.ends_for(cause, reason)
    await uow.emit(mobility, MobilityCancelled(cause=cause))
    await reckon_grant(mobility, uow)
    await cancel_with_stay(mobility.id, uow)
    await waiting_list.freed_by(mobility, uow)
