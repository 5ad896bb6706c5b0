"""Working days of the office: five in a week, without the holidays of the Labour Code."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

SATURDAY = 5


def working_days_after(day: date, count: int) -> date:
    """The last of so many working days that follow this day."""
    return _nth(day, count, timedelta(days=1))


def working_days_before(day: date, count: int) -> date:
    """The first of so many working days that lead to this day."""
    return _nth(day, count, timedelta(days=-1))


def is_working_day(day: date) -> bool:
    """Whether the office is open on this day."""
    return day.weekday() < SATURDAY and day not in days_off(day.year)


def _nth(day: date, count: int, step: timedelta) -> date:
    while count:
        day += step
        count -= is_working_day(day)
    return day


@cache
def days_off(year: int) -> frozenset[date]:
    """The holidays of a year, and the working days to which those at weekends are moved (Labour Code, Article 105)."""
    known = tomllib.loads(files(__package__).joinpath("holidays.toml").read_text("utf-8"))
    holidays = {date.fromisoformat(f"{year}-{day}") for day in known["holidays"]["days"]}
    holidays |= {day for day in known["holidays"]["moving"] if day.year == year}
    mourning = {date.fromisoformat(f"{year}-{day}") for day in known["mourning"]["days"]}
    return frozenset({*holidays, *mourning, *_moved(holidays)})


def _moved(holidays: set[date]) -> Iterator[date]:
    taken = set(holidays)
    for day in sorted(holidays):
        if day.weekday() >= SATURDAY:
            free = day
            while free in taken or free.weekday() >= SATURDAY:
                free += timedelta(days=1)
            taken.add(free)
            yield free
