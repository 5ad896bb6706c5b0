"""How long a restricted document is kept."""

from datetime import date, timedelta
from enum import StrEnum

KEPT_AFTER_EXPIRY = timedelta(days=365)
HEALTH_KEPT = timedelta(days=365)
LONGEST_KEPT = timedelta(days=10 * 366)


class DocumentKind(StrEnum):
    """What the restricted file holds."""

    PASSPORT = "passport"
    VISA = "visa"
    HEALTH = "health"


def keep_until(kind: DocumentKind, recorded: date, expires: date | None) -> date:
    """The last day of a restricted document: a year after it expires, a health note a year after it was written."""
    if kind is DocumentKind.HEALTH:
        return recorded + HEALTH_KEPT
    return min(max(expires or recorded, recorded) + KEPT_AFTER_EXPIRY, recorded + LONGEST_KEPT)
