"""The life of a deputyship by the calendar, and the rules that its days and its deputy keep."""

from datetime import date, timedelta
from enum import StrEnum

from korpu_partners.deputyships.refusals import (
    DeputyIsHead,
    DeputyshipInThePast,
    DeputyshipReversed,
    DeputyshipTooFarAhead,
    DeputyshipTooLong,
)

FARTHEST_AHEAD = timedelta(days=366)


class DeputyshipStatus(StrEnum):
    """Where a deputyship stands."""

    PLANNED = "planned"
    IN_FORCE = "in_force"
    OVER = "over"
    ENDED = "ended"


UNENDED = (DeputyshipStatus.PLANNED, DeputyshipStatus.IN_FORCE)


def status_on(first_day: date, last_day: date, ended_on: date | None, today: date) -> DeputyshipStatus:
    """The status that the days give; the first and the last day themselves are in force."""
    if ended_on:
        return DeputyshipStatus.ENDED
    if today > last_day:
        return DeputyshipStatus.OVER
    return DeputyshipStatus.PLANNED if today < first_day else DeputyshipStatus.IN_FORCE


def require_days(first_day: date, last_day: date, today: date, longest: int) -> None:
    """The days lie ahead, in order, and are no more than the rule allows."""
    if first_day < today:
        raise DeputyshipInThePast("first_day")
    if last_day < first_day:
        raise DeputyshipReversed("last_day")
    if (last_day - first_day).days + 1 > longest:
        raise DeputyshipTooLong("last_day", longest=longest)
    if first_day > today + FARTHEST_AHEAD:
        raise DeputyshipTooFarAhead("first_day", latest=today + FARTHEST_AHEAD)


def require_somebody_else(head: str, deputy: str) -> None:
    """Nobody is a deputy of their own."""
    if head == deputy:
        raise DeputyIsHead("deputy")
