"""The days of a stay: what can be planned, and what can have happened."""

from datetime import date
from typing import Annotated

from pydantic import Field

from korpu_chassis.validation.codes import Day
from korpu_mobility.mobilities.refusals.corrections import WasItEarly
from korpu_mobility.mobilities.refusals.days import BeforeArrival, DatesReversed, InTheFuture, NotEarly, StartNotPassed

DAYS_OF_GRACE = 5
"""So many days before the plan a return is still an ordinary one (European Commission, Erasmus+ grant rules)."""

Happened = Annotated[Day, Field(description="The day on which it happened; not in the future.")]


def require_ordered_days(first: date, last: date, path: str) -> None:
    """A stay ends on or after the day on which it begins."""
    if last < first:
        raise DatesReversed(path)


def require_happened(on: date, today: date, path: str) -> None:
    """Only what has happened can be recorded."""
    if on > today:
        raise InTheFuture(path, on=on)


def require_return_after_arrival(arrived: date | None, on: date, today: date) -> None:
    """One returns after one has arrived, and not in the future."""
    require_happened(on, today, "on")
    if arrived is not None and on < arrived:
        raise BeforeArrival("on", arrived=arrived)


def require_not_early(planned: date, on: date, *, as_planned: bool) -> None:
    """A return more than a few days before the plan is taken as ordinary only when somebody says so."""
    if not as_planned and (planned - on).days > DAYS_OF_GRACE:
        raise WasItEarly("as_planned", planned=planned)


def days_missed(arrived: date | None, planned: date, on: date, today: date) -> int:
    """The days by which the stay fell short of its plan."""
    require_return_after_arrival(arrived, on, today)
    if on >= planned:
        raise NotEarly("on", planned=planned)
    return (planned - on).days


def require_start_passed(planned_from: date, today: date) -> None:
    """Nobody is missing before the planned first day is over."""
    if today <= planned_from:
        raise StartNotPassed(start=planned_from)


def days_of(first: date, last: date) -> int:
    """The length of a stay, both days included."""
    return (last - first).days + 1


def days_agreed(months: int | None, days: int | None) -> int | None:
    """The days that a condition gives to all people of a year together; a month counts as thirty days."""
    return days if days is not None else months * 30 if months is not None else None


def outside_year(academic_year: str, first: date, last: date) -> bool:
    """Say whether the dates miss the academic year: July before it to September after it."""
    start = int(academic_year[:4])
    return first < date(start, 7, 1) or last > date(start + 1, 9, 30)
