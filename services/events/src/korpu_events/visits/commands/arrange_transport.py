"""`ArrangeTransport`: say how the delegation, or parts of it, come and leave."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING
from korpu_events.visits.facts import VisitTransportArranged
from korpu_events.visits.surroundings import Arrival
from korpu_events.visits.tables import Visit


class ArrangeTransport(Changes):
    """How the delegation comes and goes, in full."""

    transport: Annotated[tuple[Arrival, ...], Field(max_length=100)]


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitTransportArranged])
async def arrange_transport(visit: Visit, command: ArrangeTransport, uow: UnitOfWork) -> None:
    """Say how the delegation, or parts of it, come and leave."""
    visit.transport = command.transport
    await uow.emit(visit, VisitTransportArranged())
