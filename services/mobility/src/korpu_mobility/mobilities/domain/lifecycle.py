"""The life of a mobility: which step may follow which, on what day, and why not."""

from datetime import date, timedelta
from enum import StrEnum

from korpu_mobility.mobilities.refusals.seats import OfferLapsed

DAYS_TO_CONFIRM = 14


class Status(StrEnum):
    """Where a stay stands."""

    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    NOMINATED = "nominated"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    AGREED = "agreed"
    ARRIVED = "arrived"
    RETURNED = "returned"
    RETURNED_EARLY = "returned_early"
    RECOGNISED = "recognised"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    NOT_SHOWN = "not_shown"
    DECLINED = "declined"
    LAPSED = "lapsed"


class Direction(StrEnum):
    """Whether somebody of ours goes out or somebody comes to us."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class Audience(StrEnum):
    """Whose stay it is: a student's or a member of staff's."""

    STUDENT = "student"
    STAFF = "staff"


class Cause(StrEnum):
    """Why a stay did not come about, as a code that may be published; the words stay with the person."""

    OWN_WISH = "own_wish"
    HOST = "host"
    SENDER = "sender"
    AGREEMENT = "agreement"
    FORCE_MAJEURE = "force_majeure"
    ERASED = "erased"
    OTHER = "other"


class GivenCause(StrEnum):
    """The causes that somebody can give; erasure gives its own."""

    OWN_WISH = "own_wish"
    HOST = "host"
    SENDER = "sender"
    AGREEMENT = "agreement"
    FORCE_MAJEURE = "force_majeure"
    OTHER = "other"


class Funding(StrEnum):
    """Who pays for a stay."""

    PROGRAMME = "programme"
    STATE = "state"
    SENDER = "sender"
    HOST = "host"
    OWN = "own"
    NONE = "none"


class Risk(StrEnum):
    """What threatens a stay that has not begun; an officer decides, nothing is cancelled by itself."""

    AGREEMENT_TERMINATED = "agreement_terminated"
    AGREEMENT_SUSPENDED = "agreement_suspended"
    AGREEMENT_TERMINATING = "agreement_terminating"
    AGREEMENT_EXPIRED = "agreement_expired"
    SEAT_WITHDRAWN = "seat_withdrawn"


BEFORE_ARRIVAL = (Status.NOMINATED, Status.ACCEPTED, Status.AGREED)
UNDER_WAY = (*BEFORE_ARRIVAL, Status.ARRIVED)
STAYED = (Status.ARRIVED, Status.RETURNED, Status.RETURNED_EARLY, Status.RECOGNISED, Status.CLOSED)
WITH_A_SEAT = (Status.OFFERED, *BEFORE_ARRIVAL, *STAYED)
RECORDED = (Status.WAITLISTED, Status.OFFERED, *BEFORE_ARRIVAL, *STAYED)
NOT_BEGUN = (Status.WAITLISTED, Status.OFFERED, *BEFORE_ARRIVAL)


def last_day_to_confirm(offered_on: date) -> date:
    """The offer stands for fourteen days, the last one included."""
    return offered_on + timedelta(days=DAYS_TO_CONFIRM)


def require_offer_open(offer_until: date | None, today: date) -> None:
    """An offer can be taken until the end of its last day, whether or not the clock has spoken."""
    if offer_until is None or today > offer_until:
        raise OfferLapsed(until=offer_until)
