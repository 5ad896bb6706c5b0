"""The days of an opportunity: each ends at 23:59 of its own time zone, and applications end before it is over."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from korpu_chassis.clock import BAKU, end_of_day
from korpu_mobility.opportunities.domain.lifecycle import Status
from korpu_mobility.opportunities.refusals.dates import (
    DeadlinePassed,
    InternalDeadlineAlone,
    InternalDeadlineTooLate,
    OpensAfterDeadline,
    ZoneUnknown,
)

HOME = str(BAKU)
DAY = timedelta(days=1)


@cache
def zones() -> frozenset[str]:
    """The time zones that there are (IANA)."""
    return frozenset(available_timezones())


@dataclass(frozen=True)
class Days:
    """From when and until when one can apply.

    The internal deadline is the office's own, in its own zone; the other one is the provider's.
    """

    opens: date | None = None
    deadline: date | None = None
    internal_deadline: date | None = None
    time_zone: str = HOME

    @property
    def opens_at(self) -> datetime | None:
        """The first moment at which one can apply."""
        if self.opens is None:
            return None
        return datetime.combine(self.opens, time.min, ZoneInfo(self.time_zone)).astimezone(UTC)

    @property
    def provider_closes_at(self) -> datetime | None:
        """The last moment of the provider's deadline."""
        return _end(self.deadline, self.time_zone) if self.deadline else None

    @property
    def closes_at(self) -> datetime | None:
        """The last moment at which one can apply: the office's own deadline where there is one."""
        return end_of_day(self.internal_deadline) if self.internal_deadline else self.provider_closes_at

    @property
    def last_day(self) -> date | None:
        """The last day on which one can apply, as it is written."""
        return self.internal_deadline or self.deadline


def _end(day: date, zone: str) -> datetime:
    """The last moment of a day in a zone, also of an hour that summer time gives twice."""
    return datetime.combine(day, time.max.replace(fold=1), ZoneInfo(zone)).astimezone(UTC)


def require_sound(days: Days) -> None:
    """The days lie in order, in a zone that there is."""
    if days.time_zone not in zones():
        raise ZoneUnknown("time_zone")
    closes, over = days.closes_at, days.provider_closes_at
    if days.internal_deadline and over is None:
        raise InternalDeadlineAlone("internal_deadline")
    if days.internal_deadline and closes and over and closes >= over:
        raise InternalDeadlineTooLate("internal_deadline", deadline=days.deadline, time_zone=days.time_zone)
    if days.opens_at and closes and days.opens_at > closes:
        raise OpensAfterDeadline("opens", last=days.last_day)


def require_ahead(days: Days, now: datetime) -> None:
    """One can still apply when it is published; without a deadline one can always."""
    if days.closes_at and days.closes_at < now:
        raise DeadlinePassed("internal_deadline" if days.internal_deadline else "deadline", last=days.last_day)


def soon_from(closes_at: datetime, days: int) -> datetime:
    """From which moment on an opportunity closes soon."""
    return closes_at - days * DAY


def status_at(days: Days, soon: int, now: datetime) -> Status:
    """Where an opportunity stands that goes on, at this moment."""
    closes = days.closes_at
    if closes is None or now < soon_from(closes, soon):
        return Status.PUBLISHED
    return Status.CLOSING_SOON if now <= closes else Status.CLOSED
