"""How risky the way of a trip is, as it is known on a day."""

from datetime import date

from korpu_mobility.trips.domain.lifecycle import Risk
from korpu_mobility.trips.rules import risks_of
from korpu_mobility.trips.tables import Trip


def weigh_risk(trip: Trip, today: date) -> None:
    """Write down the level of each country of the way; the trip is as risky as the riskiest."""
    trip.risks = risks_of(trip.countries, today)
    trip.risk = Risk.HIGH if any(each.level == Risk.HIGH for each in trip.risks) else Risk.NORMAL
