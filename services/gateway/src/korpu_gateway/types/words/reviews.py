"""Words of reviews and endings."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class ReviewStepName(Enum):
    """An office whose approval an agreement needs."""

    FACULTY = "faculty"
    DEPARTMENT = "department"
    LEGAL = "legal"
    FINANCE = "finance"
    RECTORATE = "rectorate"
    PARTNER = "partner"


@words
class BallWith(Enum):
    """Whose move it is."""

    US = "us"
    PARTNER = "partner"
    FACULTY = "faculty"
    LEGAL = "legal"
    FINANCE = "finance"
    RECTORATE = "rectorate"


@words
class Decision(Enum):
    """What a reviewer decided."""

    APPROVED = "approved"
    RETURNED = "returned"


@words
class AmendmentStatus(Enum):
    """Where an amendment stands."""

    IN_REVIEW = "in_review"
    APPROVED = "approved"
    SIGNED = "signed"
    IN_EFFECT = "in_effect"
    DROPPED = "dropped"


@words
class Initiative(Enum):
    """Whose wish an ending is."""

    US = "us"
    PARTNER = "partner"
    BOTH = "both"


@words
class JourneyOccasion(Enum):
    """What there is to speak of with a partner."""

    EXPIRING = "expiring"
    OBLIGATION = "obligation"
