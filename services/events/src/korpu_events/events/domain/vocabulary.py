"""The words of events: their kinds, where they stand, and who reads of them."""

from enum import StrEnum


class EventKind(StrEnum):
    """What kind of meeting it is."""

    CONFERENCE = "conference"
    SEMINAR = "seminar"
    INFORMATION_DAY = "information_day"


class EventStatus(StrEnum):
    """Where an event stands between the first draft and its report."""

    DRAFT = "draft"
    PUBLISHED = "published"
    REGISTRATION_OPEN = "registration_open"
    FULL = "full"
    CLOSED = "closed"
    HELD = "held"
    REPORTED = "reported"
    CANCELLED = "cancelled"


class Visibility(StrEnum):
    """Who may read of an event: the office alone, or everybody once it was published."""

    OFFICE = "office"
    PUBLIC = "public"


class Payer(StrEnum):
    """Who pays for something."""

    US = "us"
    PARTNER = "partner"
    SPONSOR = "sponsor"
    PARTICIPANTS = "participants"


class QuestionKind(StrEnum):
    """How a question about an event is answered: from one to five, yes or no, or in one's own words."""

    RATING = "rating"
    YES_NO = "yes_no"
    WORDS = "words"


AHEAD = (EventStatus.PUBLISHED, EventStatus.REGISTRATION_OPEN, EventStatus.FULL, EventStatus.CLOSED)
"""It was announced, and has not taken place yet."""
TAKING_REGISTRATIONS = (EventStatus.REGISTRATION_OPEN, EventStatus.FULL)
ARRANGED = (EventStatus.DRAFT, *AHEAD)
OVER = (EventStatus.HELD, EventStatus.REPORTED, EventStatus.CANCELLED)
"""Nobody comes to it any more."""
