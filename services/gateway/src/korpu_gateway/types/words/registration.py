"""Words of registrations for events."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class RegistrationStatus(Enum):
    """Where a registration stands."""

    PENDING = "pending"
    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    ATTENDED = "attended"
    ABSENT = "absent"


@words
class RegistrationCanceller(Enum):
    """Who called a registration off."""

    REGISTRANT = "registrant"
    OFFICE = "office"
    UNCONFIRMED = "unconfirmed"
    EVENT = "event"
