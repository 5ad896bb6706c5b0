"""Until when a cancellation is taken back, and by whom."""

from datetime import datetime, timedelta

from korpu_mobility.mobilities.parts import Cancellation
from korpu_mobility.mobilities.refusals.corrections import CancelledByAnother, ReopenedTooLate

UNDONE_WITHIN = timedelta(minutes=15)


def require_own_and_fresh(cancellation: Cancellation | None, subject: str, now: datetime) -> Cancellation:
    """The cancellation that this person may take back now."""
    if cancellation is None or now > cancellation.at + UNDONE_WITHIN:
        raise ReopenedTooLate(minutes=UNDONE_WITHIN.seconds // 60)
    if cancellation.by != subject:
        raise CancelledByAnother
    return cancellation
