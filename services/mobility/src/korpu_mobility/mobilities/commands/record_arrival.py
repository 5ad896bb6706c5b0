"""`RecordArrival`: record the actual first day, as the host confirms it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import Happened, require_happened
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityArrived
from korpu_mobility.mobilities.refusals.days import InTheFuture
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class RecordArrival(Changes):
    """The person is at the host."""

    on: Happened


@mobilities.changes(who=DESK, when=[Status.AGREED], to=[Status.ARRIVED], emits=[MobilityArrived], refuses=[InTheFuture])
async def record_arrival(mobility: Mobility, command: RecordArrival, uow: UnitOfWork) -> None:
    """Record the actual first day, as the host confirms it."""
    require_happened(command.on, uow.today, "on")
    mobility.status, mobility.actual_from, mobility.risk = Status.ARRIVED, command.on, None
    await uow.emit(mobility, MobilityArrived(on=command.on))
