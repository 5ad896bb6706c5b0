"""`SubmitTrip`: ask for leave to travel."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import OPEN, Status, approvers_of, require_justification, require_time_left
from korpu_mobility.trips.facts import TripSubmitted
from korpu_mobility.trips.policies.allowance import reckon_allowance
from korpu_mobility.trips.policies.country_risk import weigh_risk
from korpu_mobility.trips.policies.owed_reports import require_no_report_owed
from korpu_mobility.trips.policies.travellers import require_no_other_trip, take_travellers
from korpu_mobility.trips.policies.warnings import warn_if_gaps
from korpu_mobility.trips.refusals.money import RateUnknown
from korpu_mobility.trips.refusals.planning import FirstDayPassed, JustificationMissing, TravellerUnknown, TripsOverlap
from korpu_mobility.trips.refusals.report import ReportOwed
from korpu_mobility.trips.tables import Trip


class SubmitTrip(Changes):
    """The plan is ready for a decision."""


@trips.changes(
    who=(*DESK, THE_PERSON),
    when=OPEN,
    to=[Status.SUBMITTED],
    emits=[TripSubmitted],
    refuses=[FirstDayPassed, TravellerUnknown, TripsOverlap, ReportOwed, RateUnknown, JustificationMissing],
)
async def submit_trip(trip: Trip, command: SubmitTrip, uow: UnitOfWork) -> None:
    """Ask for leave to travel; the days are occupied from now on."""
    require_time_left(trip.starts, uow.today)
    await take_travellers(trip.person_id, trip.companion_ids, trip.cover_id, uow)
    await require_no_other_trip(trip, uow)
    await require_no_report_owed(trip, uow)
    reckon_allowance(trip)
    weigh_risk(trip, uow.today)
    require_justification(trip.risk, trip.justification)
    warn_if_gaps(trip, uow)
    trip.asks_anew()
    trip.status, trip.reason = Status.SUBMITTED, None
    trip.submitted_by, trip.submitted_on = uow.principal.subject, uow.today
    await uow.emit(trip, TripSubmitted(approvers=approvers_of(trip.level, trip.risk)))
