"""The life of a trip: where it stands, whose word it needs, and when one still may travel."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum

from korpu_mobility.trips.refusals.planning import FirstDayPassed, JustificationMissing, NotYourApproval, OrderMissing


class Status(StrEnum):
    """Where a trip stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ADVANCE_PAID = "advance_paid"
    TRAVELLING = "travelling"
    REPORT_DUE = "report_due"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


class PurposeKind(StrEnum):
    """What somebody is sent abroad for."""

    CONFERENCE = "conference"
    TALKS = "talks"
    TEACHING = "teaching"
    RESEARCH = "research"
    TRAINING = "training"
    DELEGATION = "delegation"
    OTHER = "other"


class Level(StrEnum):
    """Whether an employee travels or somebody of the leadership; it decides who approves."""

    EMPLOYEE = "employee"
    LEADERSHIP = "leadership"


class Risk(StrEnum):
    """How risky it is to travel to a country."""

    NORMAL = "normal"
    HIGH = "high"


class Approver(StrEnum):
    """Whose yes a trip needs."""

    HEAD = "head"
    RECTORATE = "rectorate"


class Cause(StrEnum):
    """Why a trip does not take place, as a code that may be published; the words stay with the traveller."""

    OWN_WISH = "own_wish"
    HOST = "host"
    OFFICE = "office"
    FORCE_MAJEURE = "force_majeure"
    ERASED = "erased"
    OTHER = "other"


class GivenCause(StrEnum):
    """The causes that somebody can give; erasure gives its own."""

    OWN_WISH = "own_wish"
    HOST = "host"
    OFFICE = "office"
    FORCE_MAJEURE = "force_majeure"
    OTHER = "other"


OPEN = (Status.DRAFT, Status.RETURNED)
GRANTED = (Status.APPROVED, Status.ADVANCE_PAID)
HELPED = (*GRANTED, Status.TRAVELLING)
"""Departments help with it: it may take place, and is not over."""
ASKED = (Status.SUBMITTED, *GRANTED)
NOT_BEGUN = (*OPEN, *ASKED)
BEGUN = (Status.TRAVELLING, Status.REPORT_DUE, Status.REPORTED, Status.ACCEPTED, Status.SETTLED)
LIVE = (*ASKED, *BEGUN)
"""A trip that occupies the days of who travels: what is only written does not."""
OVER = (Status.REJECTED, Status.CANCELLED)


def approvers_of(level: str, risk: str) -> tuple[Approver, ...]:
    """Whose yes a trip needs: the head's or, for the leadership, the rectorate's; both where the risk is high."""
    if level == Level.LEADERSHIP:
        return (Approver.RECTORATE,)
    return (Approver.HEAD, Approver.RECTORATE) if risk == Risk.HIGH else (Approver.HEAD,)


def require_justification(risk: str, justification: str | None) -> None:
    """Whoever goes where the risk is high says why."""
    if risk == Risk.HIGH and justification is None:
        raise JustificationMissing("justification")


def approver_now(needed: Iterable[Approver], given: Collection[str], roles: Collection[str]) -> Approver:
    """As whom a caller with these roles approves, or the refusal: their yes is not needed or was given."""
    missing = [each for each in needed if each not in given]
    for each in missing:
        if each in roles:
            return each
    raise NotYourApproval(needed=", ".join(missing))


def require_order(number: str | None, day: date | None) -> tuple[str, date]:
    """The last approval comes with the number and the day of the order."""
    if number is None:
        raise OrderMissing("order_number")
    if day is None:
        raise OrderMissing("order_date")
    return number, day


def require_time_left(starts: date, today: date) -> None:
    """Nobody asks for leave to travel after leaving."""
    if starts < today:
        raise FirstDayPassed("legs.0.departs", starts=starts)
