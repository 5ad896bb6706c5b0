"""A trip that has not begun does not take place."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.trips.domain.lifecycle import Cause, Status
from korpu_mobility.trips.facts import TripCancelled
from korpu_mobility.trips.policies.help import let_go
from korpu_mobility.trips.tables import Trip


async def call_off(trip: Trip, cause: Cause, reason: str | None, uow: UnitOfWork) -> None:
    """Nobody travels: the days are free again."""
    trip.status = Status.CANCELLED
    uow.why = trip.ends_for(cause, reason)
    await uow.emit(trip, TripCancelled(cause=cause, to_return=trip.advance))
    await let_go(trip, cause.value, uow)
