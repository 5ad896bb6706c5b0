"""The life of an agreement: its statuses, and which of them the calendar decides."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol


class Status(StrEnum):
    """Where an agreement stands; from the signature on, its facts and the calendar say it."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    APPROVED = "approved"
    ABANDONED = "abandoned"
    AWAITING_START = "awaiting_start"
    IN_FORCE = "in_force"
    EXPIRING = "expiring"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    RENEWED = "renewed"
    TERMINATED = "terminated"
    ANNULLED = "annulled"


UNSIGNED = (Status.DRAFT, Status.IN_REVIEW, Status.RETURNED, Status.APPROVED)
RUNNING = (Status.IN_FORCE, Status.EXPIRING)
BINDING = (Status.AWAITING_START, *RUNNING, Status.SUSPENDED)
OVER = (Status.EXPIRED, Status.RENEWED, Status.TERMINATED)
SIGNED = (*BINDING, *OVER)
ENDS_BY_ITSELF = (Status.TERMINATED, Status.RENEWED)
BY_THE_CLOCK = {
    "[*]": RUNNING,
    Status.AWAITING_START: (*RUNNING, *ENDS_BY_ITSELF),
    Status.IN_FORCE: (Status.EXPIRING, *ENDS_BY_ITSELF),
    Status.EXPIRING: (Status.IN_FORCE, Status.EXPIRED, *ENDS_BY_ITSELF),
    Status.SUSPENDED: (*RUNNING, Status.EXPIRED, *ENDS_BY_ITSELF),
    Status.EXPIRED: (Status.RENEWED,),
}

EXPIRING_DAYS = 90


class Life(Protocol):
    """The facts of an agreement that its status follows from."""

    @property
    def status(self) -> str:
        """The last step that was taken."""
        ...

    @property
    def signed_on(self) -> date | None:
        """The day of the last signature."""
        ...

    @property
    def takes_effect(self) -> date | None:
        """The first day in force."""
        ...

    @property
    def ends(self) -> date | None:
        """The last day by agreement."""
        ...

    @property
    def terminates_on(self) -> date | None:
        """The first day on which a termination has effect."""
        ...

    @property
    def renews_on(self) -> date | None:
        """The day on which the successor takes over."""
        ...

    @property
    def is_suspended(self) -> bool:
        """Whether it rests."""
        ...

    @property
    def is_annulled(self) -> bool:
        """Whether its record was a mistake."""
        ...


def status_of(agreement: Life, today: date) -> str:
    """The status on this day: the last step taken until the signature, the calendar's after it."""
    if agreement.signed_on is None:
        return agreement.status
    if agreement.is_annulled:
        return Status.ANNULLED
    return _ended(agreement, today) or _binding(agreement, today)


def _ended(agreement: Life, today: date) -> Status | None:
    if agreement.terminates_on and agreement.terminates_on <= today:
        return Status.TERMINATED
    if agreement.renews_on and agreement.renews_on <= today:
        return Status.RENEWED
    if agreement.ends and agreement.ends < today:
        return Status.EXPIRED
    return None


def _binding(agreement: Life, today: date) -> Status:
    if agreement.is_suspended:
        return Status.SUSPENDED
    if agreement.takes_effect and agreement.takes_effect > today:
        return Status.AWAITING_START
    if agreement.ends and expiring_from(agreement.ends) <= today:
        return Status.EXPIRING
    return Status.IN_FORCE


def expiring_from(ends: date) -> date:
    """The day from which an agreement with this last day counts as expiring."""
    return ends - timedelta(days=EXPIRING_DAYS)
