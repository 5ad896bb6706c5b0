"""Words of enquiries."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class EnquiryStatus(Enum):
    """Where an enquiry stands."""

    RECEIVED = "received"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    CLOSED = "closed"


@words
class EnquiryTopic(Enum):
    """What is asked about."""

    EXCHANGE = "exchange"
    SCHOLARSHIP = "scholarship"
    ADMISSION = "admission"
    VISA_AND_STAY = "visa_and_stay"
    RECOGNITION = "recognition"
    COOPERATION = "cooperation"
    OFFICIAL_TRIP = "official_trip"
    EVENT = "event"
    OTHER = "other"


@words
class EnquiryChannel(Enum):
    """How an enquiry came."""

    PORTAL = "portal"
    GUEST = "guest"
    EMAIL = "email"
    PHONE = "phone"
    VISIT = "visit"


@words
class EnquirySide(Enum):
    """Who said something."""

    ASKER = "asker"
    OFFICE = "office"


@words
class EnquiryCause(Enum):
    """How an enquiry ended."""

    SATISFIED = "satisfied"
    SILENCE = "silence"
    SETTLED = "settled"
    DUPLICATE = "duplicate"
    NOT_OURS = "not_ours"
    ABUSE = "abuse"
    LAPSED = "lapsed"
