"""Words of mobilities."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class MobilityStatus(Enum):
    """Where a stay stands."""

    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    NOMINATED = "nominated"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    AGREED = "agreed"
    ARRIVED = "arrived"
    RETURNED = "returned"
    RETURNED_EARLY = "returned_early"
    RECOGNISED = "recognised"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    NOT_SHOWN = "not_shown"
    DECLINED = "declined"
    LAPSED = "lapsed"


@words
class MobilityDirection(Enum):
    """Whether somebody of ours goes out or somebody comes to us."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


@words
class Audience(Enum):
    """Whose stay it is."""

    STUDENT = "student"
    STAFF = "staff"


@words
class Funding(Enum):
    """Who pays for a stay."""

    PROGRAMME = "programme"
    STATE = "state"
    SENDER = "sender"
    HOST = "host"
    OWN = "own"
    NONE = "none"


@words
class GrantPer(Enum):
    """What a rate of a grant is paid for."""

    DAY = "day"
    MONTH = "month"
    STAY = "stay"


@words
class LedgerUnit(Enum):
    """What exchange is counted in."""

    PERSON_MONTHS = "person_months"
    STAFF_DAYS = "staff_days"


@words
class MobilityRisk(Enum):
    """What threatens a stay that has not begun."""

    AGREEMENT_TERMINATED = "agreement_terminated"
    AGREEMENT_SUSPENDED = "agreement_suspended"
    AGREEMENT_TERMINATING = "agreement_terminating"
    AGREEMENT_EXPIRED = "agreement_expired"
    SEAT_WITHDRAWN = "seat_withdrawn"


@words
class MobilityCause(Enum):
    """Why a stay did not come about."""

    OWN_WISH = "own_wish"
    HOST = "host"
    SENDER = "sender"
    AGREEMENT = "agreement"
    FORCE_MAJEURE = "force_majeure"
    ERASED = "erased"
    OTHER = "other"


@words
class StayFileKind(Enum):
    """What a paper of a stay is."""

    CONFIRMATION_OF_ARRIVAL = "confirmation_of_arrival"
    CONFIRMATION_OF_STAY = "confirmation_of_stay"
    GRANT_CONTRACT = "grant_contract"
    OTHER = "other"
