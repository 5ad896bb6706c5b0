"""What is asked of the engine: which indicators, over which days, filtered and broken down by what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from korpu_chassis.clock import end_of_day, today
from korpu_gateway.indicators.definitions import Day, Dimension, Indicator, indicators
from korpu_gateway.indicators.refused import (
    NotYetKnown,
    PeriodBackwards,
    PeriodTooLong,
    TooManyDimensions,
    TooManyFigures,
    UnknownDimension,
    UnknownIndicator,
)

MOST_DIMENSIONS, MOST_CODES, MOST_YEARS, FIRST_YEAR = 2, 100, 100, 1900


@dataclass(frozen=True)
class Period:
    """From one day to another, both counted, as it was known at the end of a third."""

    begins: date
    ends: date
    as_of: date

    @property
    def day(self) -> date:
        """The day on which states are counted: the last of the period, or the as-of day while it still runs."""
        return min(self.ends, self.as_of)

    def instant(self, day: Day) -> datetime:
        """The last instant whose documents are read."""
        return end_of_day(self.day if day is Day.AS_IT_STOOD else self.as_of)

    @property
    def year_before(self) -> "Period":
        """The same period a year before, as it is known on the same day."""
        return Period(_year_before(self.begins), _year_before(self.ends), self.as_of)

    @property
    def days(self) -> Mapping[str, date]:
        """What declarations call the days."""
        return {":from": self.begins, ":to": self.ends, ":day": self.day, ":day+180": self.day + timedelta(days=180)}


@dataclass(frozen=True)
class Asked:
    """One indicator as it is asked for."""

    indicator: Indicator
    period: Period
    by: Sequence[Dimension] = ()
    filter: Sequence[tuple[Dimension, Sequence[str]]] = ()

    @property
    def before(self) -> "Asked":
        """The same a year before."""
        return replace(self, period=self.period.year_before)


def period(begins: date | None, ends: date | None, as_of: date | None) -> Period:
    """The days that are asked for: without any, this year as it is known today."""
    now = today()
    last = ends or now
    first = begins or last.replace(month=1, day=1)
    known = as_of or now
    if first > last:
        raise PeriodBackwards("from", begins=first, ends=last)
    if first.year < FIRST_YEAR or last.year - first.year > MOST_YEARS:
        raise PeriodTooLong("from", most=MOST_YEARS)
    if known > now or known.year < FIRST_YEAR:
        raise NotYetKnown("as_of", as_of=known)
    return Period(first, last, known)


def asked(
    code: str, days: Period, by: Sequence[str], filter: Mapping[str, Sequence[str]], known: Sequence[Indicator]
) -> Asked:
    """One of the indicators that the caller knows, as it is asked for."""
    found = indicators().get(code)
    if found is None or found not in known:
        raise UnknownIndicator("code", code=code[:60])
    if len(by) > MOST_DIMENSIONS or len(set(by)) < len(by):
        raise TooManyDimensions("by", most=MOST_DIMENSIONS)
    if any(len(codes) > MOST_CODES for codes in filter.values()):
        raise TooManyFigures("filter", most=MOST_CODES, codes=MOST_CODES)
    kept = [(_dimension(found, each, "filter"), sorted(set(codes))) for each, codes in sorted(filter.items())]
    return Asked(found, days, [_dimension(found, each, "by") for each in by], kept)


def _dimension(indicator: Indicator, code: str, path: str) -> Dimension:
    found = indicator.dimension(code)
    if found is None:
        known = ", ".join(each.code for each in indicator.dimensions)
        raise UnknownDimension(path, dimension=code[:60], dimensions=known)
    return found


def _year_before(day: date) -> date:
    """The same day a year before; of the end of February, its end."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
