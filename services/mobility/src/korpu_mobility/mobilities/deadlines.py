"""An offered seat: confirmed, declined, or lapsed after fourteen days."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityLapsed
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.tables import Mobility


@mobilities.due("offer-ends", emits=[MobilityLapsed])
async def offer_ends(mobility: Mobility, deadline: Deadline, uow: UnitOfWork) -> None:
    """An offer that nobody confirmed lapses, and the seat goes to the next in line."""
    mobility.status, mobility.risk = Status.LAPSED, None
    await uow.emit(mobility, MobilityLapsed())
    await waiting_list.freed_by(mobility, uow)
