"""Words of visits."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class VisitStatus(Enum):
    """Where a visit stands."""

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


@words
class VisitDirection(Enum):
    """Whether a delegation is received or sent."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
