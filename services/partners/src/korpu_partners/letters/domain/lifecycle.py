"""The life of a letter: its statuses, which way it goes, and which letter can answer which."""

from datetime import date
from enum import StrEnum


class LetterStatus(StrEnum):
    """Where a letter stands."""

    REGISTERED = "registered"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    ANSWERED = "answered"
    CLOSED = "closed"
    ANNULLED = "annulled"


class Direction(StrEnum):
    """Which register a letter stands in; each has its own numbers."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    INTERNAL = "internal"


class Nature(StrEnum):
    """What kind of answer a letter asks for; the time for the answer follows from it."""

    OFFICIAL = "official"
    APPLICATION = "application"


class Delivery(StrEnum):
    """How a letter travelled."""

    POST = "post"
    EMAIL = "email"
    COURIER = "courier"
    BY_HAND = "by_hand"
    EDMS = "edms"


class Priority(StrEnum):
    """How much hangs on a letter."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


OPEN = (LetterStatus.REGISTERED, LetterStatus.ASSIGNED, LetterStatus.IN_PROGRESS)
ASSIGNED = (LetterStatus.ASSIGNED, LetterStatus.IN_PROGRESS)
UNCLOSED = (*OPEN, LetterStatus.ANSWERED)
STANDING = (*UNCLOSED, LetterStatus.CLOSED)


WAITING: tuple[str, ...] = (LetterStatus.REGISTERED, LetterStatus.ASSIGNED)
WAITS_AGAIN = {str(LetterStatus.ANSWERED): WAITING, str(LetterStatus.CLOSED): WAITING}

PREFIX = {Direction.INCOMING: "IN", Direction.OUTGOING: "OUT", Direction.INTERNAL: "INT"}
ANSWERED_BY = {
    Direction.INCOMING: Direction.OUTGOING,
    Direction.OUTGOING: Direction.INCOMING,
    Direction.INTERNAL: Direction.INTERNAL,
}


def series_of(direction: Direction, year: int) -> str:
    """The register of one direction and year, in which numbers have no gaps."""
    return f"letter-{PREFIX[direction]}-{year}"


def code_of(direction: Direction, year: int, number: int) -> str:
    """How the office calls a letter: `IN-2026-0118`."""
    return f"{PREFIX[direction]}-{year}-{number:04d}"


def is_overdue(status: str, due: date | None, today: date) -> bool:
    """Whether the due day is over and the letter is still open; the due day itself is in time."""
    return status in OPEN and due is not None and due < today


def resting_status(assignee: str | None) -> LetterStatus:
    """Where an open letter stands that nobody is working on just now."""
    return LetterStatus.ASSIGNED if assignee else LetterStatus.REGISTERED
