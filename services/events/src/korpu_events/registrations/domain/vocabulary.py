"""The words of registrations: where one stands, and who called it off."""

from enum import StrEnum


class RegistrationStatus(StrEnum):
    """Where a registration stands, from the request of a guest to the day of the event."""

    PENDING = "pending"
    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    ATTENDED = "attended"
    ABSENT = "absent"


class Canceller(StrEnum):
    """Who called a registration off: whoever registered, the office, the clock, or the event itself."""

    REGISTRANT = "registrant"
    OFFICE = "office"
    UNCONFIRMED = "unconfirmed"
    EVENT = "event"


class Proof(StrEnum):
    """By what we know that somebody was there."""

    TICKET = "ticket"
    LIST = "list"


HELD = (RegistrationStatus.REGISTERED, RegistrationStatus.WAITING)
"""It was made, and the event is still to come."""
LIVING = (RegistrationStatus.PENDING, *HELD)
COME = (RegistrationStatus.REGISTERED, RegistrationStatus.ATTENDED, RegistrationStatus.ABSENT)
"""It has a place."""
