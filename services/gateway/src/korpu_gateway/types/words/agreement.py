"""Words of agreements."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class AgreementStatus(Enum):
    """Where an agreement stands."""

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
