"""The daily allowance, night by night: where one sleeps, by which rate, and what of it the host pays already."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from korpu_chassis.i18n.text import fold
from korpu_mobility.trips.domain.route import HOME, Ridden
from korpu_mobility.trips.refusals.money import LegsTooFew, RateUnknown

WHOLE = 100
LEGS_THERE_AND_BACK = 2


@dataclass(frozen=True)
class Rate:
    """What is paid for a night in a country, or in one of its cities, from a day on."""

    country: str
    since: date
    amount: Decimal
    currency: str
    source: str
    city: str | None = None


@dataclass(frozen=True)
class Shares:
    """What of a rate is for lodging, for meals and for all else, in hundredths, from a day on."""

    since: date
    lodging: int
    meals: int
    other: int
    source: str


@dataclass(frozen=True)
class Night:
    """One night of a trip: where, and whether on the way."""

    on: date
    country: str
    city: str
    travelling: bool


@dataclass(frozen=True)
class Paid:
    """What is paid for one night: the whole rate, and how much of it."""

    night: Night
    rate: Rate
    share: int

    def amount(self, digits: int) -> Decimal:
        """The money, with as many digits after the point as the currency has."""
        exact = self.rate.amount * self.share / WHOLE
        return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def nights_of(legs: Sequence[Ridden]) -> Iterator[Night]:
    """Every night abroad, in order: on the way, or at the place where the leg before has ended."""
    for number, leg in enumerate(legs):
        home = leg.to_country == HOME
        country, city = (leg.from_country, leg.from_city) if home else (leg.to_country, leg.to_city)
        if country != HOME:
            yield from (Night(on, country, city, travelling=True) for on in _days(leg.departs, leg.arrives))
        if not home and number + 1 < len(legs):
            stay = _days(leg.arrives, legs[number + 1].departs)
            yield from (Night(on, leg.to_country, leg.to_city, travelling=False) for on in stay)


def require_there_and_back(legs: Sequence[Ridden]) -> None:
    """Without the way back nobody knows how many nights there are."""
    if len(legs) < LEGS_THERE_AND_BACK:
        raise LegsTooFew("legs")


def rate_of(night: Night, rates: Iterable[Rate]) -> Rate:
    """The rate of the night's city, else of its country, in the latest form that holds on that day."""
    known = [each for each in rates if each.country == night.country and each.since <= night.on]
    in_city = [each for each in known if each.city and fold(each.city) == fold(night.city)]
    found = in_city or [each for each in known if each.city is None]
    if not found:
        raise RateUnknown("legs", country=night.country, night=night.on)
    return max(found, key=lambda each: each.since)


def share_of(night: Night, shares: Iterable[Shares], *, lodged: bool, fed: bool) -> int:
    """How much of the rate is paid: without lodging on the way or where the host lodges, without meals if it feeds."""
    parts = max((each for each in shares if each.since <= night.on), key=lambda each: each.since)
    return WHOLE - (parts.lodging if lodged or night.travelling else 0) - (parts.meals if fed else 0)


def _days(first: date, end: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((end - first).days))
