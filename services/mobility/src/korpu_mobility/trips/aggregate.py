"""The definition of trips: their topic, who may read them, and what falls due: leaving, returning, the report."""

from collections.abc import Sequence
from datetime import timedelta

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.dated_rules import rungs
from korpu_chassis.deadlines import Deadline
from korpu_chassis.workdays.counting import working_days_before
from korpu_mobility.department_requests import awaited
from korpu_mobility.permissions import AUDITOR, DESK, FINANCE, RECTORATE, THE_PERSON
from korpu_mobility.safety import CONTACTS_KEPT
from korpu_mobility.trips.domain.lifecycle import GRANTED, HELPED, Status
from korpu_mobility.trips.facts import TripHelpAnswered, TripHelpWithdrawn
from korpu_mobility.trips.parts import CheckIn
from korpu_mobility.trips.policies.country_risk import raised_for
from korpu_mobility.trips.rules import REPORT_ASKED_AGAIN, REPORT_SOON
from korpu_mobility.trips.state import TripState
from korpu_mobility.trips.tables import Trip
from korpu_mobility.trips.tasks import tasks_of

COMPANION = ANYONE.own("companion_ids")
DAY = timedelta(days=1)
ANSWERED_WITHIN = timedelta(hours=24)
"""So long a traveller who was asked may be silent before the head is told."""


def deadlines_of(trip: Trip) -> Sequence[Deadline]:
    """A trip begins and ends by its days; a report is due, reminded of and overdue; contacts go a month later."""
    wanted: list[Deadline] = []
    if trip.insurance or trip.emergency_contact:
        wanted.append(Deadline(end_of_day(trip.ends + CONTACTS_KEPT), "contacts-kept"))
    if trip.status in HELPED:
        wanted += [Deadline(end_of_day(each.due), "help-late") for each in awaited(trip.requests)]
    if trip.status in GRANTED:
        wanted.append(Deadline(start_of_day(trip.starts), "begins"))
    if trip.status == Status.TRAVELLING:
        wanted += [Deadline(start_of_day(max(each.since, trip.starts)), "risk-raised") for each in raised_for(trip)]
        if trip.check_in == CheckIn.ASKED and trip.check_in_asked_at:
            wanted.append(Deadline(trip.check_in_asked_at + ANSWERED_WITHIN, "check-in-silent"))
        wanted.append(Deadline(start_of_day(trip.ends + DAY), "returns"))
    if trip.status == Status.REPORT_DUE and trip.report_due:
        soon = working_days_before(trip.report_due, REPORT_SOON.holding(trip.report_due).working_days)
        wanted.append(Deadline(start_of_day(soon), "report-reminder"))
        wanted.append(Deadline(start_of_day(trip.report_due + DAY), "report-overdue"))
        late = rungs(trip.report_due, REPORT_ASKED_AGAIN.forms(), after=True)
        wanted += [Deadline(end_of_day(day), "report-reminder") for _, day in late]
    return list(dict.fromkeys(wanted))


trips = AggregateDefinition(
    Trip,
    state=TripState,
    topic="mobility.trips.v1",
    readers=(*DESK, AUDITOR, RECTORATE, FINANCE, THE_PERSON, COMPANION),
    deadlines=deadlines_of,
    unasked={**dict.fromkeys(GRANTED, (Status.TRAVELLING,)), Status.TRAVELLING: [Status.REPORT_DUE]},
    tasks=tasks_of,
)
trips.also_emits(TripHelpAnswered, TripHelpWithdrawn)
