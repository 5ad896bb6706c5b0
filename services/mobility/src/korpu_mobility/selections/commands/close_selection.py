"""`CloseSelection`: nobody waits for a place any more."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.interface import end_waiting, outstanding_offers
from korpu_mobility.permissions import OFFICE
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import Status
from korpu_mobility.selections.facts import SelectionClosed
from korpu_mobility.selections.refusals.progress import OffersOutstanding
from korpu_mobility.selections.tables import Selection


class CloseSelection(Changes):
    """Every offer was answered."""


@selections.changes(
    who=OFFICE, when=[Status.OFFERED], to=[Status.CLOSED], emits=[SelectionClosed], refuses=[OffersOutstanding]
)
async def close_selection(selection: Selection, command: CloseSelection, uow: UnitOfWork) -> None:
    """End the selection: whoever still waits hears that no place became free."""
    if count := await outstanding_offers(selection.opportunity_id, uow):
        raise OffersOutstanding(count=count)
    selection.status = Status.CLOSED
    await uow.emit(selection, SelectionClosed())
    await end_waiting(selection.opportunity_id, uow)
