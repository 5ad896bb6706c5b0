"""The life of a visit: which step may follow which."""

from collections.abc import Sequence, Sized
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from korpu_events.visits.parts import Check
from korpu_events.visits.refusals.course import (
    CompletedInTheFuture,
    EndsBeforeItStarts,
    ListFull,
    NotBegun,
    NotScreened,
    ScreeningConcern,
    StartsInThePast,
)


class VisitStatus(StrEnum):
    """Where a visit stands between the first letter and the closed file."""

    REQUESTED = "requested"
    SCREENING = "screening"
    APPROVED = "approved"
    DECLINED = "declined"
    PLANNING = "planning"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    REPORTED = "reported"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Screened(Protocol):
    """What was looked at before it is decided on."""

    @property
    def checks(self) -> Sequence[Check]:
        """What each look has found."""


UNDECIDED = (VisitStatus.REQUESTED, VisitStatus.SCREENING)


PREPARED = (VisitStatus.APPROVED, VisitStatus.PLANNING, VisitStatus.CONFIRMED)


ARRANGING = (VisitStatus.PLANNING, VisitStatus.CONFIRMED, VisitStatus.IN_PROGRESS)


UNFINISHED = (*UNDECIDED, *PREPARED, VisitStatus.IN_PROGRESS, VisitStatus.POSTPONED)


TAKES_PLACE = (VisitStatus.IN_PROGRESS, VisitStatus.COMPLETED, VisitStatus.REPORTED)


OVER = (VisitStatus.COMPLETED, VisitStatus.REPORTED, VisitStatus.CLOSED, VisitStatus.DECLINED, VisitStatus.CANCELLED)


REPORTABLE = (VisitStatus.COMPLETED, VisitStatus.REPORTED)


NEVER_HELD = (VisitStatus.DECLINED, VisitStatus.CANCELLED)


REPORT_WITHIN = timedelta(days=7)


COMPLETED_WITHIN = timedelta(days=3)
"""After the last day, or after it was entered if that was later, somebody says whether the visit took place."""


def a_year_after(day: date) -> date:
    """The day on which it is asked what came of a visit that ended on this one."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


SEQUEL_WITHIN = timedelta(days=30)
"""For so long the answer to what came of a visit is in time."""


LONGEST_LIST = 100


def require_room(listed: Sized) -> None:
    """One more finds its place in a list of the visit."""
    if len(listed) >= LONGEST_LIST:
        raise ListFull(limit=LONGEST_LIST)


def require_ordered_days(starts: date, ends: date) -> None:
    """A visit ends on the day on which it begins, or later."""
    if ends < starts:
        raise EndsBeforeItStarts("ends")


def require_movable_to(starts: date, ends: date, today: date) -> None:
    """New days lie in order and ahead."""
    require_ordered_days(starts, ends)
    if starts < today:
        raise StartsInThePast("starts", starts=starts.isoformat())


def require_screened(visit: Screened) -> None:
    """Somebody has looked at who asks to come."""
    if not visit.checks:
        raise NotScreened


def require_approvable(checks: Sequence[Check], despite: str | None) -> None:
    """The last check of each kind is clear, or the approver says why it may be overlooked."""
    last = {check.kind: check for check in checks}
    concerns = sorted(kind for kind, check in last.items() if not check.clear)
    if concerns and despite is None:
        raise ScreeningConcern("despite", checks=", ".join(concerns))


def require_begun(starts: date, today: date) -> None:
    """A delegation is received on its first day or after."""
    if today < starts:
        raise NotBegun(starts=starts.isoformat())


def require_over(starts: date, on: date, today: date) -> None:
    """A visit ends after it has begun, and not tomorrow."""
    if on > today:
        raise CompletedInTheFuture("on")
    if on < starts:
        raise NotBegun("on", starts=starts.isoformat())
