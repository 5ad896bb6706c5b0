"""`SettleTrip`: pay what is still owed for a trip, or take back what is left of the advance."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import FINANCE
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.facts import TripSettled
from korpu_mobility.trips.tables import Trip


class SettleTrip(Changes):
    """The balance is what the report and the allowance make of it."""


@trips.changes(who=(FINANCE,), when=[Status.ACCEPTED], to=[Status.SETTLED], emits=[TripSettled])
async def settle_trip(trip: Trip, command: SettleTrip, uow: UnitOfWork) -> None:
    """Settle a trip: actual costs less the advance, in each currency, with its sign."""
    trip.status, trip.settled_on = Status.SETTLED, uow.today
    await uow.emit(trip, TripSettled(balance=trip.balance))
