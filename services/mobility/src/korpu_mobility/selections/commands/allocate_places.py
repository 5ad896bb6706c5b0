"""`AllocatePlaces`: give the places in the order of the ranks, each with its reason."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.interface import PlacesNotKnown, allocate_applications
from korpu_mobility.permissions import OFFICE
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import Status
from korpu_mobility.selections.facts import SelectionAllocated
from korpu_mobility.selections.interface import terms_of
from korpu_mobility.selections.refusals.progress import PlacesUnknown
from korpu_mobility.selections.tables import Selection


class AllocatePlaces(Changes):
    """One pass over the ranks and the choices; it happens once."""


@selections.changes(
    who=OFFICE,
    when=[Status.RANKED],
    to=[Status.ALLOCATED],
    emits=[SelectionAllocated],
    refuses=[PlacesUnknown],
)
async def allocate_places(selection: Selection, command: AllocatePlaces, uow: UnitOfWork) -> None:
    """Give each place to the first in rank who wants it; everybody can read why they got it or did not."""
    try:
        counts = await allocate_applications(terms_of(selection), uow)
    except PlacesNotKnown:
        raise PlacesUnknown from None
    selection.status, selection.allocated_on = Status.ALLOCATED, uow.today
    await uow.emit(selection, SelectionAllocated(**counts))
