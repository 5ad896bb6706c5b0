"""`NameEmergencyContact`: say whom to call when something happens to the traveller."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import OFFICE, THE_PERSON
from korpu_mobility.safety import EmergencyContact
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import NOT_BEGUN
from korpu_mobility.trips.facts import TripSafetyRecorded
from korpu_mobility.trips.tables import Trip


class NameEmergencyContact(Changes):
    """Read by the office and the traveller alone, and deleted a month after the trip."""

    contact: EmergencyContact


@trips.changes(who=(*OFFICE, THE_PERSON), when=NOT_BEGUN, emits=[TripSafetyRecorded])
async def name_emergency_contact(trip: Trip, command: NameEmergencyContact, uow: UnitOfWork) -> None:
    """Say whom to call when something happens to the traveller."""
    trip.emergency_contact = command.contact
    await uow.emit(trip, TripSafetyRecorded())
