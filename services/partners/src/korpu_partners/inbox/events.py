"""Partners hears of visits: their programmes name agreements that are to be signed."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import Work
from korpu_chassis.runtime.assembly import Heard, Message, hears
from korpu_partners.agreements.dependents import keep


class ProgrammeItemHeard(Heard):
    """One item of a programme, by the agreement that it names."""

    agreement_id: UUID | None = None


class VisitHeard(Heard):
    """What an agreement's impact preview shows of a visit."""

    status: str
    programme: tuple[ProgrammeItemHeard, ...] = ()


@hears("events.visits.v1", VisitHeard)
async def visit_changed(message: Message[VisitHeard], work: Work) -> None:
    """Keep which agreements the visit's programme names."""
    named = sorted({item.agreement_id for item in message.state.programme if item.agreement_id})
    await keep("visit", message.id, message.order, message.state.status, named, work)
