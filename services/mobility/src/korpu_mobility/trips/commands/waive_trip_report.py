"""`WaiveTripReport`: let a trip be asked for although a report is owed."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import HEAD
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import OPEN
from korpu_mobility.trips.facts import TripReportWaived
from korpu_mobility.trips.inputs import Reason
from korpu_mobility.trips.tables import Trip


class WaiveTripReport(Changes):
    """For this trip alone; the report is still owed."""

    reason: Reason


@trips.changes(who=(HEAD,), when=OPEN, emits=[TripReportWaived])
async def waive_trip_report(trip: Trip, command: WaiveTripReport, uow: UnitOfWork) -> None:
    """Let a trip be asked for although a report is owed."""
    trip.waived, trip.reason, uow.why = True, command.reason, None
    await uow.emit(trip, TripReportWaived())
