"""`RecordReturn`: record the actual last day, as the host confirms it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import Happened, require_return_after_arrival
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityReturned
from korpu_mobility.mobilities.refusals import BeforeArrival, InTheFuture
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class RecordReturn(Changes):
    """The stay is over as planned."""

    on: Happened


@mobilities.changes(
    who=DESK,
    when=[Status.ARRIVED],
    to=[Status.RETURNED],
    emits=[MobilityReturned],
    refuses=[InTheFuture, BeforeArrival],
)
async def record_return(mobility: Mobility, command: RecordReturn, uow: UnitOfWork) -> None:
    """Record the actual last day, as the host confirms it."""
    require_return_after_arrival(mobility.actual_from, command.on, uow.today)
    mobility.status, mobility.actual_to = Status.RETURNED, command.on
    await uow.emit(mobility, MobilityReturned(on=command.on))
