"""Words of programmes: ranks, items, travel, outcomes, departments."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class Rank(Enum):
    """The level of a person in protocol, highest first."""

    HEAD_OF_STATE = "head_of_state"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    RECTOR = "rector"
    VICE_RECTOR = "vice_rector"
    DEAN = "dean"
    DIRECTOR = "director"
    PROFESSOR = "professor"
    SPECIALIST = "specialist"


@words
class ProgrammeItemKind(Enum):
    """What a programme is made of."""

    MEETING = "meeting"
    TOUR = "tour"
    SIGNING = "signing"
    LECTURE = "lecture"
    MEAL = "meal"
    PRESS = "press"
    TRANSFER = "transfer"


@words
class TravelMode(Enum):
    """How one travels."""

    AIR = "air"
    RAIL = "rail"
    ROAD = "road"
    SEA = "sea"


@words
class OutcomeKind(Enum):
    """What a visit may bring."""

    AGREEMENT = "agreement"
    PROJECT = "project"
    EXCHANGE = "exchange"
    INVITATION = "invitation"
    COMMITMENT = "commitment"
    OTHER = "other"


@words
class Payer(Enum):
    """Who pays."""

    US = "us"
    PARTNER = "partner"
    THIRD = "third"


@words
class Department(Enum):
    """Whom a visit may ask for help."""

    DORMITORY = "dormitory"
    SECURITY = "security"
    TRANSPORT = "transport"
    CATERING = "catering"
    FINANCE = "finance"
    INTERPRETERS = "interpreters"
    PR = "pr"


@words
class RequestStatus(Enum):
    """How a department stands to a request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DONE = "done"
