"""`CloseMobility`: close the file of a stay."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityClosed
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import OFFICE


class CloseMobility(Changes):
    """Nothing is left to do."""


@mobilities.changes(who=OFFICE, when=[Status.RECOGNISED], to=[Status.CLOSED], emits=[MobilityClosed])
async def close_mobility(mobility: Mobility, command: CloseMobility, uow: UnitOfWork) -> None:
    """Close the file of a stay."""
    mobility.status = Status.CLOSED
    await uow.emit(mobility, MobilityClosed())
