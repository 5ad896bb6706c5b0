"""`ReturnTrip`: send a trip back for repair, also one that was approved and has to change."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import HEAD, RECTORATE
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import ASKED, GRANTED, Status
from korpu_mobility.trips.facts import TripReturned
from korpu_mobility.trips.inputs import Reason
from korpu_mobility.trips.policies.help import let_go
from korpu_mobility.trips.tables import Trip


class ReturnTrip(Changes):
    """Not a rejection: the traveller mends and submits again, and a yes that there was holds no more."""

    reason: Reason


@trips.changes(who=(HEAD, RECTORATE), when=ASKED, to=[Status.RETURNED], emits=[TripReturned])
async def return_trip(trip: Trip, command: ReturnTrip, uow: UnitOfWork) -> None:
    """Send a trip back for repair, also one that was approved and has to change."""
    approved_before = trip.status in GRANTED
    trip.asks_anew()
    trip.status = Status.RETURNED
    uow.why = trip.ends_for(None, command.reason)
    await uow.emit(trip, TripReturned(approved_before=approved_before))
    await let_go(trip, "returned", uow)
