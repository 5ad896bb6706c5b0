"""Words of action points."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class ActionPointStatus(Enum):
    """Where a commitment stands."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    VERIFIED = "verified"


@words
class Priority(Enum):
    """How much hangs on a commitment."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"
