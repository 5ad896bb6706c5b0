"""Who has a place: pure arithmetic on the capacity and on what is taken."""

from datetime import datetime
from typing import Protocol

from korpu_events.registrations.refusals import AttendanceTooEarly, EventHasBegun, RegistrationNotOpen


class Course(Protocol):
    """What registrations ask of how an event stands."""

    @property
    def takes_registrations(self) -> bool:
        """Whether registration is open, with places or without."""

    @property
    def ahead(self) -> bool:
        """Whether it was announced and has not taken place."""

    @property
    def starts(self) -> datetime:
        """When it begins."""

    @property
    def doors_open(self) -> datetime:
        """When its first day begins."""

    @property
    def closes(self) -> datetime:
        """When registration closes."""


def free_places(capacity: int | None, taken: int) -> int | None:
    """How many places are left; None where there is no limit."""
    return None if capacity is None else max(capacity - taken, 0)


def has_place(capacity: int | None, taken: int) -> bool:
    """Whether one more can come."""
    return free_places(capacity, taken) != 0


def require_open(event: Course, now: datetime) -> None:
    """Registration is open now."""
    if not event.takes_registrations or event.closes <= now:
        raise RegistrationNotOpen("event_id")


def require_not_begun(event: Course, now: datetime) -> None:
    """What has begun is not called off by single people."""
    if not event.ahead or event.starts <= now:
        raise EventHasBegun


def moves_up(event: Course, now: datetime) -> bool:
    """Whether who waits still gets a place that is freed."""
    return event.ahead and event.starts > now


def require_doors_open(event: Course, now: datetime) -> None:
    """Its first day has begun."""
    if event.doors_open > now:
        raise AttendanceTooEarly
