"""Partners hears of mobilities: each rests on an agreement."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_partners.agreements.policies.dependents import keep


class MobilityHeard(ConsumedState):
    """What an agreement's impact preview shows of a mobility."""

    status: str
    agreement_id: UUID | None = None


@consumes("mobility.mobilities.v1", MobilityHeard)
async def mobility_changed(message: Message[MobilityHeard], uow: UnitOfWork) -> None:
    """Keep which agreement the mobility rests on."""
    rests_on = [message.state.agreement_id] if message.state.agreement_id else []
    await keep("mobility", message.id, message.order, message.state.status, rests_on, uow)
