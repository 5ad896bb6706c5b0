"""Words of letters."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class LetterStatus(Enum):
    """Where a letter stands."""

    REGISTERED = "registered"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    ANSWERED = "answered"
    CLOSED = "closed"
    ANNULLED = "annulled"


@words
class LetterDirection(Enum):
    """Which register a letter stands in."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    INTERNAL = "internal"


@words
class LetterNature(Enum):
    """What kind of answer a letter asks for."""

    OFFICIAL = "official"
    APPLICATION = "application"


@words
class Delivery(Enum):
    """How a letter travelled."""

    POST = "post"
    EMAIL = "email"
    COURIER = "courier"
    BY_HAND = "by_hand"
    EDMS = "edms"
