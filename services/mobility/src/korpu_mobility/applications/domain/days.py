"""When one may begin and submit: until the last moment of the call, or the last day of a repair."""

from datetime import date, datetime, timedelta
from typing import Protocol

from korpu_mobility.applications.parts import Withdrawal
from korpu_mobility.applications.refusals.days import (
    CallNotOpen,
    DeadlinePassed,
    NotYetOpen,
    RepairDayPassed,
    RepairTooLate,
    RestoredTooLate,
    WithdrawnByAnother,
)
from korpu_mobility.applications.refusals.offers import OfferLapsed

UNDONE_WITHIN = timedelta(minutes=15)


class Standing(Protocol):
    """What the days of a call say."""

    @property
    def is_open(self) -> bool:
        """Whether the office lets people apply."""

    @property
    def opens(self) -> date | None:
        """The first day."""

    @property
    def opens_at(self) -> datetime | None:
        """Its first moment."""

    @property
    def closes_at(self) -> datetime | None:
        """The last moment."""

    @property
    def last_day(self) -> date | None:
        """The last day, as it is written."""


def require_open(call: Standing, now: datetime) -> None:
    """One can apply at this moment, whether or not the clock has spoken."""
    if call.closes_at and now > call.closes_at:
        raise DeadlinePassed("opportunity_id", last=call.last_day)
    if not call.is_open:
        raise CallNotOpen("opportunity_id")
    if call.opens_at and now < call.opens_at:
        raise NotYetOpen("opportunity_id", opens=call.opens)


def require_time_to_repair(until: date | None, today: date) -> None:
    """What was returned is submitted again by its own day, whatever became of the call meanwhile."""
    if until is None or today > until:
        raise RepairTooLate(until=until)


def require_repair_day(until: date, today: date) -> None:
    """Whoever mends has at least today."""
    if until < today:
        raise RepairDayPassed("until")


def require_offer_open(until: date | None, today: date) -> None:
    """An offer can be taken until the end of its last day, whether or not the clock has spoken."""
    if until is None or today > until:
        raise OfferLapsed(until=until)


def require_own_and_fresh(withdrawal: Withdrawal | None, subject: str, now: datetime) -> Withdrawal:
    """The withdrawal that this person may take back now."""
    if withdrawal is None or now > withdrawal.at + UNDONE_WITHIN:
        raise RestoredTooLate(minutes=UNDONE_WITHIN.seconds // 60)
    if withdrawal.by != subject:
        raise WithdrawnByAnother
    return withdrawal
