"""When all of several people, rooms and cars are free: what is left of the office's hours."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from korpu_chassis.clock import start_of_day
from korpu_chassis.workdays.counting import is_working_day

DAY = timedelta(days=1)


class Hours(NamedTuple):
    """From one instant to another, which is outside."""

    starts: datetime
    ends: datetime


def days_of(first: date, last: date) -> list[date]:
    """Every day from one to another."""
    return [first + number * DAY for number in range((last - first).days + 1)]


def closed_days(first: date, last: date) -> list[date]:
    """The weekends and holidays among these days."""
    return [day for day in days_of(first, last) if not is_working_day(day)]


def hours_of(day: date, opens: int, closes: int) -> Hours:
    """The hours of a day in Baku, by the full hours at which they begin and end."""
    midnight = start_of_day(day)
    return Hours(midnight + timedelta(hours=opens), midnight + timedelta(hours=closes))


def free_times(asked: Iterable[Hours], taken: Iterable[Hours], least: timedelta) -> Iterator[Hours]:
    """What nobody and nothing takes of the hours that are asked for, where it lasts long enough.

    Both are in order of their beginning, and what is asked for does not overlap.
    """
    busy = iter(_merged(taken))
    barrier = next(busy, None)
    for wanted in asked:
        begins = wanted.starts
        while barrier is not None and barrier.starts < wanted.ends:
            if barrier.starts - begins >= least:
                yield Hours(begins, barrier.starts)
            begins = max(begins, barrier.ends)
            if barrier.ends >= wanted.ends:
                break
            barrier = next(busy, None)
        if wanted.ends - begins >= least:
            yield Hours(begins, wanted.ends)


def _merged(taken: Iterable[Hours]) -> Iterator[Hours]:
    held: Hours | None = None
    for each in taken:
        if held is None or each.starts > held.ends:
            if held is not None:
                yield held
            held = each
        elif each.ends > held.ends:
            held = Hours(held.starts, each.ends)
    if held is not None:
        yield held
