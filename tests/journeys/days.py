"""The days of a journey: the product's own clock, which only goes forward."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from korpu_chassis.clock import BAKU
from korpu_local.stack import Stack

MORNING, EVENING = time(9), time(17)
SEPTEMBER = 9


@dataclass(frozen=True)
class Calendar:
    """What day it is at the office, and how it becomes another."""

    product: Stack

    @property
    def now(self) -> datetime:
        """The moment that every process of the product believes in."""
        file = self.product.clock_file
        moved = float(file.read_text()) if file.exists() else 0.0
        return (datetime.now(UTC) + timedelta(seconds=moved)).astimezone(BAKU)

    @property
    def today(self) -> date:
        """The day at the office."""
        return self.now.date()

    def day(self, number: int) -> date:
        """The day so many days from today."""
        return self.today + timedelta(days=number)

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """An hour of a day in Baku."""
        return datetime.combine(day, time(hour, minute), BAKU)

    def becomes(self, day: date, hour: int = MORNING.hour) -> None:
        """Let this day come; nobody goes back in time."""
        moment = self.at(day, hour)
        assert moment > self.now, f"{moment} is over: it is {self.now}"
        self.product.move_clock(moment)

    def begins_a_morning(self) -> None:
        """Let a working day begin, unless one has just begun."""
        if not MORNING <= self.now.time() < EVENING:
            self.becomes(self.day(1) if self.now.time() >= EVENING else self.today)

    def academic_year(self, later: int = 0) -> str:
        """The academic year of today, or so many years later."""
        first = self.today.year - (self.today.month < SEPTEMBER) + later
        return f"{first}/{first + 1}"
