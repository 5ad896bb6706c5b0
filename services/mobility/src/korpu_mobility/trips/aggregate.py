"""The definition of trips: their topic, who may read them, and when what is personal about them goes."""

from collections.abc import Sequence
from datetime import timedelta

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.deadlines import Deadline
from korpu_mobility.permissions import AUDITOR, DESK, FINANCE, RECTORATE, THE_PERSON
from korpu_mobility.trips.state import TripState
from korpu_mobility.trips.tables import Trip

COMPANION = ANYONE.own("companion_ids")
CONTACTS_KEPT = timedelta(days=30)


def deadlines_of(trip: Trip) -> Sequence[Deadline]:
    """Whom to call, and the number of the policy, are deleted a month after the last day."""
    if trip.insurance or trip.emergency_contact:
        return [Deadline(rule="contacts-kept", at=end_of_day(trip.ends + CONTACTS_KEPT))]
    return []


trips = AggregateDefinition(
    Trip,
    state=TripState,
    topic="mobility.trips.v1",
    readers=(*DESK, AUDITOR, RECTORATE, FINANCE, THE_PERSON, COMPANION),
    deadlines=deadlines_of,
)
