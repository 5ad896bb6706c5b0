"""How risky the way of a trip is, as it is known on a day."""

from collections.abc import Sequence
from datetime import date

from korpu_mobility.trips.domain.lifecycle import Risk
from korpu_mobility.trips.rules import RISKS, CountryRisk, risks_of
from korpu_mobility.trips.tables import Trip


def weigh_risk(trip: Trip, today: date) -> None:
    """Write down the level of each country of the way; the trip is as risky as the riskiest."""
    trip.risks = risks_of(trip.countries, today)
    trip.risk = Risk.HIGH if any(each.level == Risk.HIGH for each in trip.risks) else Risk.NORMAL


def raised_for(trip: Trip, until: date | None = None) -> Sequence[CountryRisk]:
    """The levels that were raised after the trip was weighed, and about which nobody has asked the traveller yet.

    Those of the days of the trip; with `until` those that hold by then.
    """
    last = min(trip.ends, until) if until else trip.ends
    known = {(each.country, each.since) for each in (*trip.risks, *trip.raised)}
    high_before = {each.country for each in trip.risks if each.level == Risk.HIGH}
    return [
        each
        for each in RISKS.forms()
        if each.level == Risk.HIGH
        and each.country in set(trip.countries) - high_before
        and each.since <= last
        and (each.country, each.since) not in known
        and RISKS.on(max(each.since, trip.starts), each.country) == each
    ]
