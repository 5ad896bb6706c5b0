"""`AcceptTripReport`: accept the report on a trip."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import HEAD, RECTORATE
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.facts import TripReportAccepted
from korpu_mobility.trips.refusals.report import OwnReport
from korpu_mobility.trips.tables import Trip


class AcceptTripReport(Changes):
    """The report says what it should."""


@trips.changes(
    who=(HEAD, RECTORATE),
    when=[Status.REPORTED],
    to=[Status.ACCEPTED],
    emits=[TripReportAccepted],
    refuses=[OwnReport],
    barred={"reported_by": OwnReport},
)
async def accept_trip_report(trip: Trip, command: AcceptTripReport, uow: UnitOfWork) -> None:
    """Accept the report on a trip."""
    if uow.principal.person_id in trip.travellers:
        raise OwnReport
    trip.status, trip.accepted_on = Status.ACCEPTED, uow.today
    await uow.emit(trip, TripReportAccepted())
