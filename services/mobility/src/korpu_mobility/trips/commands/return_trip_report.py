"""`ReturnTripReport`: give a report on a trip back for repair."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import HEAD, RECTORATE
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.facts import TripReportReturned
from korpu_mobility.trips.inputs import Reason
from korpu_mobility.trips.rules import report_due_after
from korpu_mobility.trips.tables import Trip


class ReturnTripReport(Changes):
    """Which report needs repair, and why; the time for it begins anew."""

    reason: Reason


@trips.changes(who=(HEAD, RECTORATE), when=[Status.REPORTED], to=[Status.REPORT_DUE], emits=[TripReportReturned])
async def return_trip_report(trip: Trip, command: ReturnTripReport, uow: UnitOfWork) -> None:
    """Give a report on a trip back for repair; the time for it begins anew."""
    trip.status, trip.reported_on, trip.reason = Status.REPORT_DUE, None, command.reason
    trip.report_due = report_due_after(uow.today)
    uow.why = None
    await uow.emit(trip, TripReportReturned(due=trip.report_due))
