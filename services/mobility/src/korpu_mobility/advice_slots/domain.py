"""The life of an appointment, and when two of them clash."""

from datetime import datetime
from enum import StrEnum

from korpu_mobility.advice_slots.refusals import SlotInThePast


class SlotStatus(StrEnum):
    """Where an appointment stands."""

    OFFERED = "offered"
    BOOKED = "booked"
    CANCELLED = "cancelled"
    HELD = "held"
    EXPIRED = "expired"


AHEAD = (SlotStatus.OFFERED, SlotStatus.BOOKED)


def require_ahead(starts_at: datetime, now: datetime) -> None:
    """Nobody comes at a time that is over."""
    if starts_at <= now:
        raise SlotInThePast("starts_at")
