"""Partners hears of visits: programmes name agreements to be signed, and delegations of ours go to partners."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_partners.agreements.interface import Journey, Undertaking, keep, tell_of_journey

GOING = frozenset({"approved", "planning", "confirmed", "in_progress"})


class ProgrammeItemHeard(ConsumedState):
    """One item of a programme, by the agreement that it names."""

    agreement_id: UUID | None = None


class VisitHeard(ConsumedState):
    """What impact previews show of a visit."""

    status: str
    direction: str = "incoming"
    starts: date
    ends: date
    responsible_id: UUID | None = None
    organisations: tuple[UUID, ...] = ()
    programme: tuple[ProgrammeItemHeard, ...] = ()


@consumes("events.visits.v1", VisitHeard)
async def visit_changed(message: Message[VisitHeard], uow: UnitOfWork) -> None:
    """Keep which agreements its programme names, and with whom it is; tell of a delegation of ours that is sure."""
    visit = message.state
    named = {item.agreement_id for item in visit.programme if item.agreement_id}
    await keep(Undertaking("visit", message.id, visit.status), message.order, named, {*visit.organisations}, uow)
    if visit.direction == "outgoing" and visit.status in GOING:
        people = (visit.responsible_id,) if visit.responsible_id else ()
        there = frozenset(visit.organisations)
        await tell_of_journey(Journey("visit", message.id, people, there, frozenset(), visit.starts, visit.ends), uow)
