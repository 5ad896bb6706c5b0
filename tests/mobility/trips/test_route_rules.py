"""The way of a trip and whose yes it needs, as rules alone."""

from datetime import date

import pytest

from korpu_mobility.trips.domain.lifecycle import Approver, Level, Risk, approver_now, approvers_of
from korpu_mobility.trips.domain.route import Span, countries_of, require_apart, require_route
from korpu_mobility.trips.parts import Leg
from korpu_mobility.trips.refusals.planning import (
    LegBeforeLast,
    LegReversed,
    NotAbroad,
    NotYourApproval,
    RouteBroken,
    TripsOverlap,
)


def leg(departs: int, arrives: int, came: str, goes: str) -> Leg:
    """A leg in December between places like `DE Kassel`."""
    (from_country, from_city), (to_country, to_city) = came.split(" ", 1), goes.split(" ", 1)
    return Leg(
        departs=date(2026, 12, departs),
        arrives=date(2026, 12, arrives),
        from_country=from_country,
        from_city=from_city,
        to_country=to_country,
        to_city=to_city,
    )


OUT, BACK = leg(7, 7, "AZ Gəncə", "DE Kassel"), leg(11, 12, "DE Kassel", "AZ Gəncə")


@pytest.mark.parametrize(
    "legs",
    [
        (OUT,),
        (OUT, BACK),
        (OUT, leg(9, 9, "DE KASSEL", "PL Poznań"), leg(11, 11, "PL Poznan", "AZ Gence")),
        (leg(6, 6, "AZ Gəncə", "AZ Bakı"), leg(6, 7, "AZ Bakı", "DE Kassel"), BACK),
    ],
)
def test_a_way_without_a_jump_may_be_gone(legs: tuple[Leg, ...]) -> None:
    require_route(legs)


@pytest.mark.parametrize(
    ("legs", "refusal", "path"),
    [
        ((leg(8, 7, "AZ Gəncə", "DE Kassel"),), LegReversed, "legs.0.arrives"),
        ((OUT, leg(6, 8, "DE Kassel", "AZ Gəncə")), LegBeforeLast, "legs.1.departs"),
        ((OUT, leg(11, 11, "DE Bonn", "AZ Gəncə")), RouteBroken, "legs.1.from_city"),
        ((OUT, leg(11, 11, "AT Kassel", "AZ Gəncə")), RouteBroken, "legs.1.from_city"),
        ((leg(7, 7, "AZ Gəncə", "AZ Bakı"),), NotAbroad, "legs"),
    ],
)
def test_another_way_is_refused_with_the_leg_that_is_wrong(
    legs: tuple[Leg, ...], refusal: type[Exception], path: str
) -> None:
    with pytest.raises(refusal) as refused:
        require_route(legs)

    assert refused.value.path == path  # type: ignore[attr-defined]  # every refusal has one


def test_the_countries_of_a_way_are_those_abroad_each_once() -> None:
    way = (OUT, leg(8, 8, "DE Kassel", "PL Poznań"), leg(9, 9, "PL Poznań", "DE Kassel"), BACK)

    assert countries_of(way) == ("DE", "PL")


def span(first: int, last: int) -> Span:
    return Span("TRP-2026-0001", date(2026, 12, first), date(2026, 12, last))


@pytest.mark.parametrize("other", [(1, 7), (11, 20), (12, 12), (1, 2)])
def test_one_who_comes_home_may_leave_again_on_the_same_day(other: tuple[int, int]) -> None:
    require_apart(span(7, 11), [span(*other)])


@pytest.mark.parametrize("other", [(1, 8), (10, 20), (8, 9), (1, 30), (7, 7)])
def test_nobody_is_on_two_trips_at_once(other: tuple[int, int]) -> None:
    with pytest.raises(TripsOverlap):
        require_apart(span(7, 11), [span(*other)])


@pytest.mark.parametrize(
    ("level", "risk", "needed"),
    [
        (Level.EMPLOYEE, Risk.NORMAL, (Approver.HEAD,)),
        (Level.EMPLOYEE, Risk.HIGH, (Approver.HEAD, Approver.RECTORATE)),
        (Level.LEADERSHIP, Risk.NORMAL, (Approver.RECTORATE,)),
        (Level.LEADERSHIP, Risk.HIGH, (Approver.RECTORATE,)),
    ],
)
def test_level_and_risk_say_whose_yes_is_needed(level: Level, risk: Risk, needed: tuple[Approver, ...]) -> None:
    assert approvers_of(level, risk) == needed


def test_a_yes_is_given_by_the_office_whose_yes_is_missing_and_once() -> None:
    both = (Approver.HEAD, Approver.RECTORATE)

    assert approver_now(both, [], {"head"}) == Approver.HEAD
    assert approver_now(both, ["head"], {"rectorate"}) == Approver.RECTORATE
    with pytest.raises(NotYourApproval):
        approver_now(both, ["head"], {"head"})
    with pytest.raises(NotYourApproval):
        approver_now((Approver.HEAD,), [], {"rectorate"})
