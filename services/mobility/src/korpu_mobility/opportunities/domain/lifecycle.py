"""The life of an opportunity: where it stands, what it is for, and what may suspend it."""

from enum import StrEnum


class Status(StrEnum):
    """Where an opportunity stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSING_SOON = "closing_soon"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    ARCHIVED = "archived"


class Kind(StrEnum):
    """What is offered."""

    EXCHANGE = "exchange"
    SCHOLARSHIP = "scholarship"
    JOINT_RESEARCH = "joint_research"
    TRAINING_COURSE = "training_course"
    INTERNSHIP = "internship"
    TEACHING = "teaching"
    CONFERENCE = "conference"
    STATE_PROGRAMME = "state_programme"


class Audience(StrEnum):
    """Whom it is for."""

    STUDENT = "student"
    DOCTORAL_STUDENT = "doctoral_student"
    TEACHER = "teacher"
    STAFF = "staff"


class Funding(StrEnum):
    """How much of what it costs is paid."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Covered(StrEnum):
    """What is paid for."""

    TUITION = "tuition"
    LIVING = "living"
    TRAVEL = "travel"
    LODGING = "lodging"
    INSURANCE = "insurance"
    VISA = "visa"


class Rate(StrEnum):
    """For what an amount is paid."""

    ONCE = "once"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class ObligationKind(StrEnum):
    """What somebody who is awarded takes upon themselves."""

    RETURN_AND_WORK = "return_and_work"
    REPORT = "report"
    REPAY = "repay"
    OTHER = "other"


class Verification(StrEnum):
    """How long ago the office looked at the source."""

    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"


class Death(StrEnum):
    """What has happened to the source of an opportunity."""

    AGREEMENT_SUSPENDED = "agreement_suspended"
    AGREEMENT_TERMINATED = "agreement_terminated"
    AGREEMENT_EXPIRED = "agreement_expired"
    PROVIDER_SUSPENDED = "provider_suspended"
    PROVIDER_ARCHIVED = "provider_archived"


OPEN = (Status.PUBLISHED, Status.CLOSING_SOON)
"""Whoever is eligible can apply, from the day on which it opens."""
GOING_ON = (*OPEN, Status.SUSPENDED)
WRITABLE = (Status.DRAFT, *GOING_ON)

OF_AGREEMENT = {
    "suspended": Death.AGREEMENT_SUSPENDED,
    "terminated": Death.AGREEMENT_TERMINATED,
    "expired": Death.AGREEMENT_EXPIRED,
}
OF_PROVIDER = {"suspended": Death.PROVIDER_SUSPENDED, "archived": Death.PROVIDER_ARCHIVED}


def death_of(agreement_status: str | None, provider_status: str | None) -> Death | None:
    """Whether the source has died: nothing can come of an agreement that is over, or of a provider that rests."""
    return OF_AGREEMENT.get(agreement_status or "") or OF_PROVIDER.get(provider_status or "")
