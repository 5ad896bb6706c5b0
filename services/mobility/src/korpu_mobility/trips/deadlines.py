"""What the clock does with trips."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.facts import TripForgotten
from korpu_mobility.trips.tables import Trip


@trips.due("contacts-kept", emits=[TripForgotten])
async def contacts_kept(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody has to be called any more: the emergency contact and the insurance are deleted."""
    trip.insurance = trip.emergency_contact = None
    await uow.emit(trip, TripForgotten())
