"""Partners hears of mobilities: each rests on an agreement."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import Work
from korpu_chassis.runtime.assembly import Heard, Message, hears
from korpu_partners.agreements.dependents import keep


class MobilityHeard(Heard):
    """What an agreement's impact preview shows of a mobility."""

    status: str
    agreement_id: UUID | None = None


@hears("mobility.mobilities.v1", MobilityHeard)
async def mobility_changed(message: Message[MobilityHeard], work: Work) -> None:
    """Keep which agreement the mobility rests on."""
    rests_on = [message.state.agreement_id] if message.state.agreement_id else []
    await keep("mobility", message.id, message.order, message.state.status, rests_on, work)
