"""`ArrangeLodging`: say where the delegation sleeps, and who pays."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING
from korpu_events.visits.facts import VisitLodgingArranged
from korpu_events.visits.refusals.arrangements import NightsReversed
from korpu_events.visits.surroundings import Lodging
from korpu_events.visits.tables import Visit


class ArrangeLodging(Changes):
    """Where the delegation sleeps, in full."""

    lodging: Annotated[tuple[Lodging, ...], Field(max_length=50)]


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitLodgingArranged], refuses=[NightsReversed])
async def arrange_lodging(visit: Visit, command: ArrangeLodging, uow: UnitOfWork) -> None:
    """Say where the delegation sleeps, and who pays."""
    for place, each in enumerate(command.lodging):
        if each.last_night < each.first_night:
            raise NightsReversed(f"lodging.{place}.last_night")
    visit.lodging = command.lodging
    await uow.emit(visit, VisitLodgingArranged())
