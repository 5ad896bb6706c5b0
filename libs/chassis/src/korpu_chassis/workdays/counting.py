"""Working days of the office: five in a week, without the holidays of the Labour Code."""

from datetime import date, timedelta
from functools import cache

import structlog
from prometheus_client import Gauge

from korpu_chassis import clock
from korpu_chassis.workdays.holidays import SATURDAY, announced, free_days, worked_days

DECEMBER = 12
LAST_YEAR = Gauge("korpu_holidays_last_year", "The last year of which all holidays are known.")

log = structlog.get_logger("workdays")


def working_days_after(day: date, count: int) -> date:
    """The last of so many working days that follow this day."""
    return _nth(day, count, timedelta(days=1))


def working_days_before(day: date, count: int) -> date:
    """The first of so many working days that lead to this day."""
    return _nth(day, count, timedelta(days=-1))


def is_working_day(day: date) -> bool:
    """Whether the office is open on this day."""
    if day.year > max(announced()):
        _warn(day.year)
    return day in worked_days(day.year) or (day.weekday() < SATURDAY and day not in free_days(day.year))


def unannounced(today: date) -> int | None:
    """The first year of which holidays should be known by now: this year, and in December the next."""
    expected = range(today.year, today.year + 1 + (today.month == DECEMBER))
    return next((year for year in expected if year not in announced()), None)


async def check_holidays() -> None:
    """End the start when the operator's years cannot be read."""
    LAST_YEAR.set(max(announced()))


async def remind_of_holidays(_: object) -> None:
    """Say in the log, as often as the service tidies up, that a year's holidays have to be given."""
    if year := unannounced(clock.today()):
        log.warning("holidays.unannounced", year=year)


def _nth(day: date, count: int, step: timedelta) -> date:
    while count:
        day += step
        count -= is_working_day(day)
    return day


@cache
def _warn(year: int) -> None:
    """Say once in a process that working days were counted without the holidays that a year will have besides."""
    log.warning("holidays.counted_without", year=year)
