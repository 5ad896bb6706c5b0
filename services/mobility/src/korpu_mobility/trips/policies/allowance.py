"""The daily allowance of a trip as the rates of its nights make it."""

from datetime import date

from babel.numbers import get_currency_precision

from korpu_mobility.trips.domain.per_diem import Night, Paid, nights_of, rate_of, require_there_and_back, share_of
from korpu_mobility.trips.money import AllowanceLine
from korpu_mobility.trips.rules import rates, shares
from korpu_mobility.trips.tables import Trip


def reckon_allowance(trip: Trip) -> None:
    """Write down, night by night, what will be paid by the rates that are known now; nothing if none is wanted."""
    trip.allowance = ()
    if trip.allowance_wanted:
        require_there_and_back(trip.legs)
        trip.allowance = tuple(_line(_paid(trip, night)) for night in nights_of(trip.legs))


def _paid(trip: Trip, night: Night) -> Paid:
    lodged = any(each.lodging for each in trip.provided if _covers(each.first_night, each.last_night, night))
    fed = any(each.meals for each in trip.provided if _covers(each.first_night, each.last_night, night))
    return Paid(night, rate_of(night, rates()), share_of(night, shares(), lodged=lodged, fed=fed))


def _covers(first: date, last: date, night: Night) -> bool:
    return first <= night.on <= last


def _line(paid: Paid) -> AllowanceLine:
    return AllowanceLine(
        night=paid.night.on,
        country=paid.night.country,
        city=paid.night.city,
        travelling=paid.night.travelling,
        rate=paid.rate.amount,
        currency=paid.rate.currency,
        share=paid.share,
        amount=paid.amount(get_currency_precision(paid.rate.currency)),
        since=paid.rate.since,
        source=paid.rate.source,
    )
