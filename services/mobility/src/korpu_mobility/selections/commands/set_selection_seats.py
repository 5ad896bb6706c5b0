"""`SetSelectionSeats`: say how many places there are in each destination, at most."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.interface import published_call
from korpu_mobility.permissions import OFFICE
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import BEFORE_ALLOCATION
from korpu_mobility.selections.facts import SelectionSeatsSet
from korpu_mobility.selections.inputs import Quotas
from korpu_mobility.selections.refusals.progress import DestinationUnknown
from korpu_mobility.selections.tables import Selection


class SetSelectionSeats(Changes):
    """All of them; a destination that is left out has as many places as its condition has seats left."""

    seats: Quotas


@selections.changes(who=OFFICE, when=BEFORE_ALLOCATION, emits=[SelectionSeatsSet], refuses=[DestinationUnknown])
async def set_selection_seats(selection: Selection, command: SetSelectionSeats, uow: UnitOfWork) -> None:
    """Say how many places there are; no member of the committee reads it before the scoring is over."""
    call = await published_call(selection.opportunity_id, uow, path=None)
    known = {each.id for each in call.offered}
    for place, each in enumerate(command.seats):
        if each.destination_id not in known:
            raise DestinationUnknown(f"seats.{place}.destination_id")
        known.discard(each.destination_id)
    selection.quotas = command.seats
    await uow.emit(selection, SelectionSeatsSet())
