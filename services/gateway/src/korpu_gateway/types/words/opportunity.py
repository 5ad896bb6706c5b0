"""Words of opportunities."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class OpportunityStatus(Enum):
    """Where an opportunity stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSING_SOON = "closing_soon"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    ARCHIVED = "archived"


@words
class OpportunityKind(Enum):
    """What is offered."""

    EXCHANGE = "exchange"
    SCHOLARSHIP = "scholarship"
    JOINT_RESEARCH = "joint_research"
    TRAINING_COURSE = "training_course"
    INTERNSHIP = "internship"
    TEACHING = "teaching"
    CONFERENCE = "conference"
    STATE_PROGRAMME = "state_programme"


@words
class OpportunityAudience(Enum):
    """Whom an opportunity is for."""

    STUDENT = "student"
    DOCTORAL_STUDENT = "doctoral_student"
    TEACHER = "teacher"
    STAFF = "staff"


@words
class OpportunityFunding(Enum):
    """How much of what it costs is paid."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@words
class FundedThing(Enum):
    """What is paid for."""

    TUITION = "tuition"
    LIVING = "living"
    TRAVEL = "travel"
    LODGING = "lodging"
    INSURANCE = "insurance"
    VISA = "visa"


@words
class FundedPer(Enum):
    """For what an amount is paid."""

    ONCE = "once"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@words
class ObligationKind(Enum):
    """What somebody who is awarded takes upon themselves."""

    RETURN_AND_WORK = "return_and_work"
    REPORT = "report"
    REPAY = "repay"
    OTHER = "other"


@words
class SourceVerification(Enum):
    """How long ago the office looked at the source."""

    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"


@words
class SourceDeath(Enum):
    """What has happened to the source of an opportunity."""

    AGREEMENT_SUSPENDED = "agreement_suspended"
    AGREEMENT_TERMINATED = "agreement_terminated"
    AGREEMENT_EXPIRED = "agreement_expired"
    PROVIDER_SUSPENDED = "provider_suspended"
    PROVIDER_ARCHIVED = "provider_archived"


@words
class EligibilityRule(Enum):
    """What is asked about somebody."""

    AUDIENCE = "audience"
    LEVEL = "level"
    FIELD = "field"
    CITIZENSHIP = "citizenship"
    AGE = "age"
    MEAN = "mean"
    LANGUAGE = "language"


@words
class EligibilityVerdict(Enum):
    """Whether somebody meets a rule, or all of them; unknown where they have not said."""

    MET = "met"
    FAILED = "failed"
    UNKNOWN = "unknown"
