"""`RejectTrip`: say no to a trip."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import HEAD, RECTORATE
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.facts import TripRejected
from korpu_mobility.trips.inputs import Reason
from korpu_mobility.trips.tables import Trip


class RejectTrip(Changes):
    """The trip may not take place; the traveller reads why."""

    reason: Reason


@trips.changes(who=(HEAD, RECTORATE), when=[Status.SUBMITTED], to=[Status.REJECTED], emits=[TripRejected])
async def reject_trip(trip: Trip, command: RejectTrip, uow: UnitOfWork) -> None:
    """Say no to a trip; its days are free again."""
    trip.status = Status.REJECTED
    uow.why = trip.ends_for(None, command.reason)
    await uow.emit(trip, TripRejected(to_return=trip.advance))
