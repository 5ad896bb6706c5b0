"""Words of appointments."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class AdviceSlotStatus(Enum):
    """Where an appointment stands."""

    OFFERED = "offered"
    BOOKED = "booked"
    CANCELLED = "cancelled"
    HELD = "held"
    EXPIRED = "expired"
