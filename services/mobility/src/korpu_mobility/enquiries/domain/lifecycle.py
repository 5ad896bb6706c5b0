"""The life of an enquiry: where it stands, how it came, what it is about, and how it ended."""

from enum import StrEnum


class Status(StrEnum):
    """Where an enquiry stands."""

    RECEIVED = "received"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    CLOSED = "closed"


class Channel(StrEnum):
    """How an enquiry came."""

    PORTAL = "portal"
    GUEST = "guest"
    EMAIL = "email"
    PHONE = "phone"
    VISIT = "visit"


class Side(StrEnum):
    """Who said something."""

    ASKER = "asker"
    OFFICE = "office"


class Cause(StrEnum):
    """How an enquiry ended."""

    SATISFIED = "satisfied"
    SILENCE = "silence"
    SETTLED = "settled"
    DUPLICATE = "duplicate"
    NOT_OURS = "not_ours"
    ABUSE = "abuse"
    LAPSED = "lapsed"


class ByOffice(StrEnum):
    """How the office may end an enquiry."""

    SETTLED = "settled"
    DUPLICATE = "duplicate"
    NOT_OURS = "not_ours"
    ABUSE = "abuse"


OPEN = (Status.RECEIVED, Status.ASSIGNED)
"""It waits for the office."""
GOING_ON = (*OPEN, Status.ANSWERED)
OVER = (Status.ANSWERED, Status.CLOSED)
"""It waits for nobody; whoever asked may take it up again."""


def stands(assignee: str | None) -> Status:
    """Where an enquiry stands that waits for the office: with somebody, or with nobody yet."""
    return Status.ASSIGNED if assignee else Status.RECEIVED
