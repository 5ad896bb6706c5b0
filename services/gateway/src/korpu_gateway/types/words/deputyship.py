"""Words of deputyships."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class DeputyshipStatus(Enum):
    """Where a deputyship stands."""

    PLANNED = "planned"
    IN_FORCE = "in_force"
    OVER = "over"
    ENDED = "ended"
