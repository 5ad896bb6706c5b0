"""`OfferPlaces`: ask whoever was selected to confirm."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.interface import offer_selected
from korpu_mobility.permissions import HEAD
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import Status
from korpu_mobility.selections.facts import SelectionOffered
from korpu_mobility.selections.interface import terms_of
from korpu_mobility.selections.tables import Selection


class OfferPlaces(Changes):
    """The head agrees to how the places were given."""


@selections.changes(who=(HEAD,), when=[Status.ALLOCATED], to=[Status.OFFERED], emits=[SelectionOffered])
async def offer_places(selection: Selection, command: OfferPlaces, uow: UnitOfWork) -> None:
    """Ask whoever was selected to confirm in time; who is gone meanwhile is passed over, and the place goes on."""
    selection.status, selection.offered_on = Status.OFFERED, uow.today
    offers = await offer_selected(terms_of(selection), uow)
    await uow.emit(selection, SelectionOffered(offers=offers))
