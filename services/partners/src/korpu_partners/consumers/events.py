"""Partners hears of visits: their programmes name agreements that are to be signed."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_partners.agreements.policies.dependents import keep


class ProgrammeItemHeard(ConsumedState):
    """One item of a programme, by the agreement that it names."""

    agreement_id: UUID | None = None


class VisitHeard(ConsumedState):
    """What an agreement's impact preview shows of a visit."""

    status: str
    programme: tuple[ProgrammeItemHeard, ...] = ()


@consumes("events.visits.v1", VisitHeard)
async def visit_changed(message: Message[VisitHeard], uow: UnitOfWork) -> None:
    """Keep which agreements the visit's programme names."""
    named = sorted({item.agreement_id for item in message.state.programme if item.agreement_id})
    await keep("visit", message.id, message.order, message.state.status, named, uow)
