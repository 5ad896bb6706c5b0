"""The words of which a visit is made: directions, ranks, kinds, standings."""

from enum import StrEnum


class Direction(StrEnum):
    """Whether a delegation is received or sent."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class Rank(StrEnum):
    """The level of a person in protocol, highest first; who receives whom follows from it."""

    HEAD_OF_STATE = "head_of_state"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    RECTOR = "rector"
    VICE_RECTOR = "vice_rector"
    DEAN = "dean"
    DIRECTOR = "director"
    PROFESSOR = "professor"
    SPECIALIST = "specialist"


class CheckKind(StrEnum):
    """What is looked at before a visit is approved."""

    SECURITY = "security"
    PROTOCOL = "protocol"
    BUDGET = "budget"
    PARTNER = "partner"


class ItemKind(StrEnum):
    """What a programme is made of."""

    MEETING = "meeting"
    TOUR = "tour"
    SIGNING = "signing"
    LECTURE = "lecture"
    MEAL = "meal"
    PRESS = "press"
    TRANSFER = "transfer"


class Mode(StrEnum):
    """How one travels."""

    AIR = "air"
    RAIL = "rail"
    ROAD = "road"
    SEA = "sea"


class OutcomeKind(StrEnum):
    """What a visit may bring."""

    AGREEMENT = "agreement"
    PROJECT = "project"
    EXCHANGE = "exchange"
    INVITATION = "invitation"
    COMMITMENT = "commitment"
    OTHER = "other"


class Payer(StrEnum):
    """Who pays."""

    US = "us"
    PARTNER = "partner"
    THIRD = "third"


class Department(StrEnum):
    """Whom a visit may ask for help."""

    DORMITORY = "dormitory"
    SECURITY = "security"
    TRANSPORT = "transport"
    CATERING = "catering"
    FINANCE = "finance"
    INTERPRETERS = "interpreters"
    PR = "pr"


class RequestStatus(StrEnum):
    """How a department stands to a request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DONE = "done"
