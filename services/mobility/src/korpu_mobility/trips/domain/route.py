"""The way of a trip, leg by leg: out of the country, without a jump, and in the order of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from korpu_chassis.i18n.text import fold
from korpu_mobility.trips.refusals.planning import LegBeforeLast, LegReversed, NotAbroad, RouteBroken, TripsOverlap

HOME = "AZ"


class Ridden(Protocol):
    """A leg, as far as the way goes."""

    @property
    def departs(self) -> date:
        """The day of departure."""

    @property
    def arrives(self) -> date:
        """The day of arrival."""

    @property
    def from_country(self) -> str:
        """Where it begins."""

    @property
    def from_city(self) -> str:
        """The city where it begins."""

    @property
    def to_country(self) -> str:
        """Where it ends."""

    @property
    def to_city(self) -> str:
        """The city where it ends."""


@dataclass(frozen=True)
class Span:
    """The days of a trip, both included."""

    code: str
    first: date
    last: date

    def touches(self, other: "Span") -> bool:
        """Say whether a day belongs to both; coming home and leaving again on one day is no overlap."""
        return (self.first < other.last and other.first < self.last) or self.first == other.first


def require_route(legs: Sequence[Ridden]) -> None:
    """Each leg ends after it begins, begins where and when the last has ended, and one of them leads abroad."""
    for number, leg in enumerate(legs):
        if leg.arrives < leg.departs:
            raise LegReversed(f"legs.{number}.arrives")
        if number and leg.departs < legs[number - 1].arrives:
            raise LegBeforeLast(f"legs.{number}.departs", arrives=legs[number - 1].arrives)
        if number and not _goes_on(legs[number - 1], leg):
            raise RouteBroken(f"legs.{number}.from_city", city=legs[number - 1].to_city)
    if all(leg.to_country == HOME for leg in legs):
        raise NotAbroad("legs")


def countries_of(legs: Sequence[Ridden]) -> tuple[str, ...]:
    """The countries that a way leads to, each once and without the own."""
    return tuple(dict.fromkeys(leg.to_country for leg in legs if leg.to_country != HOME))


def require_apart(span: Span, others: Sequence[Span]) -> None:
    """Nobody is on two trips at once."""
    for other in others:
        if span.touches(other):
            raise TripsOverlap("legs", other=other.code, first=other.first, last=other.last)


def _goes_on(before: Ridden, leg: Ridden) -> bool:
    return (before.to_country, fold(before.to_city)) == (leg.from_country, fold(leg.from_city))
