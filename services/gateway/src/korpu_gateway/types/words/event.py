"""Words of events."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class EventKind(Enum):
    """What kind of meeting it is."""

    CONFERENCE = "conference"
    SEMINAR = "seminar"
    INFORMATION_DAY = "information_day"


@words
class EventStatus(Enum):
    """Where an event stands between the first draft and its report."""

    DRAFT = "draft"
    PUBLISHED = "published"
    REGISTRATION_OPEN = "registration_open"
    FULL = "full"
    CLOSED = "closed"
    HELD = "held"
    REPORTED = "reported"
    CANCELLED = "cancelled"


@words
class EventVisibility(Enum):
    """Who may read of an event."""

    OFFICE = "office"
    PUBLIC = "public"


@words
class EventPayer(Enum):
    """Who pays for something at an event."""

    US = "us"
    PARTNER = "partner"
    SPONSOR = "sponsor"
    PARTICIPANTS = "participants"


@words
class EventQuestionKind(Enum):
    """How a question about an event is answered."""

    RATING = "rating"
    YES_NO = "yes_no"
    WORDS = "words"
