"""The daily allowance as rules alone: which nights there are, by which rate, and how much of it."""

from datetime import date
from decimal import Decimal

import pytest

from korpu_mobility.trips.domain.per_diem import (
    Night,
    Paid,
    Rate,
    Shares,
    nights_of,
    rate_of,
    require_there_and_back,
    share_of,
)
from korpu_mobility.trips.refusals.money import LegsTooFew, RateUnknown
from tests.mobility.trips.test_route_rules import BACK, OUT, leg

LAW = "Cabinet of Ministers"
SHARES = [Shares(date(2008, 3, 1), 60, 35, 5, LAW), Shares(date(2026, 12, 10), 50, 40, 10, LAW)]


def rate(country: str, since: date, amount: str, city: str | None = None) -> Rate:
    return Rate(country, since, Decimal(amount), "EUR", LAW, city)


def night(day: int, city: str = "Kassel", country: str = "DE", *, travelling: bool = False) -> Night:
    return Night(date(2026, 12, day), country, city, travelling)


def told(legs: tuple[object, ...]) -> list[tuple[int, str, bool]]:
    return [(each.on.day, each.city, each.travelling) for each in nights_of(legs)]  # type: ignore[arg-type]


def test_a_night_is_where_the_leg_before_has_ended_or_on_the_way() -> None:
    way = (
        leg(6, 7, "AZ Gəncə", "DE Kassel"),
        leg(8, 8, "DE Kassel", "PL Poznań"),
        leg(9, 11, "PL Poznań", "AZ Gəncə"),
    )

    assert told(way) == [
        (6, "Kassel", True),
        (7, "Kassel", False),
        (8, "Poznań", False),
        (9, "Poznań", True),
        (10, "Poznań", True),
    ]


def test_a_night_at_home_is_none_and_a_trip_of_one_day_has_none() -> None:
    by_baku = (leg(5, 5, "AZ Gəncə", "AZ Bakı"), leg(7, 7, "AZ Bakı", "DE Kassel"), leg(8, 8, "DE Kassel", "AZ Bakı"))

    assert told(by_baku) == [(7, "Kassel", False)]
    assert told((OUT, leg(7, 7, "DE Kassel", "AZ Gəncə"))) == []


def test_an_allowance_needs_the_way_back() -> None:
    require_there_and_back((OUT, BACK))
    with pytest.raises(LegsTooFew):
        require_there_and_back((OUT,))


def test_the_rate_of_the_city_stands_before_that_of_the_country_and_the_later_before_the_earlier() -> None:
    rates = [
        rate("DE", date(2024, 1, 1), "100"),
        rate("DE", date(2026, 12, 9), "120"),
        rate("DE", date(2024, 1, 1), "150", "Kassel"),
        rate("DE", date(2027, 1, 1), "999", "Kassel"),
    ]

    found = [rate_of(each, rates).amount for each in (night(8, "Bonn"), night(9, "Bonn"), night(9, "KASSEL"))]

    assert found == [100, 120, 150]


def test_a_night_without_a_rate_is_refused_with_the_night() -> None:
    with pytest.raises(RateUnknown) as refused:
        rate_of(night(8), [rate("DE", date(2026, 12, 9), "120"), rate("PL", date(2024, 1, 1), "90")])

    assert refused.value.details == {"country": "DE", "night": date(2026, 12, 8)}


@pytest.mark.parametrize(
    ("lodged", "fed", "travelling", "share"),
    [
        (False, False, False, 100),
        (True, False, False, 40),
        (False, True, False, 65),
        (True, True, False, 5),
        (False, False, True, 40),
        (True, False, True, 40),
        (False, True, True, 5),
    ],
)
def test_what_the_host_gives_and_a_bed_that_nobody_slept_in_are_not_paid(
    *, lodged: bool, fed: bool, travelling: bool, share: int
) -> None:
    assert share_of(night(8, travelling=travelling), SHARES, lodged=lodged, fed=fed) == share


def test_shares_hold_from_their_day_on() -> None:
    assert [share_of(night(day), SHARES, lodged=True, fed=False) for day in (9, 10)] == [40, 50]


@pytest.mark.parametrize(("digits", "amount"), [(2, "43.34"), (0, "43"), (3, "43.336")])
def test_an_amount_has_the_digits_of_its_currency(digits: int, amount: str) -> None:
    paid = Paid(night(8), rate("DE", date(2024, 1, 1), "66.67"), 65)

    assert paid.amount(digits) == Decimal(amount)
