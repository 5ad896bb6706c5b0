"""`RecordTripInsurance`: write down with whom the traveller is insured."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.safety import Insurance
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import NOT_BEGUN
from korpu_mobility.trips.facts import TripSafetyRecorded
from korpu_mobility.trips.tables import Trip


class RecordTripInsurance(Changes):
    """The company and the number stay here; messages tell until when the traveller is insured."""

    insurance: Insurance


@trips.changes(who=(*DESK, THE_PERSON), when=NOT_BEGUN, emits=[TripSafetyRecorded])
async def record_trip_insurance(trip: Trip, command: RecordTripInsurance, uow: UnitOfWork) -> None:
    """Write down with whom the traveller is insured, and until when."""
    trip.insurance = command.insurance
    await uow.emit(trip, TripSafetyRecorded())
