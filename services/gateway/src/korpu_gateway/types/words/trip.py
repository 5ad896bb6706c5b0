"""Words of trips."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class TripStatus(Enum):
    """Where a trip stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ADVANCE_PAID = "advance_paid"
    TRAVELLING = "travelling"
    REPORT_DUE = "report_due"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


@words
class TripPurpose(Enum):
    """What somebody is sent abroad for."""

    CONFERENCE = "conference"
    TALKS = "talks"
    TEACHING = "teaching"
    RESEARCH = "research"
    TRAINING = "training"
    DELEGATION = "delegation"
    OTHER = "other"


@words
class TravellerLevel(Enum):
    """Whether an employee travels or somebody of the leadership."""

    EMPLOYEE = "employee"
    LEADERSHIP = "leadership"


@words
class TripApprover(Enum):
    """Whose yes a trip needs."""

    HEAD = "head"
    RECTORATE = "rectorate"


@words
class TravelRisk(Enum):
    """How risky it is to travel to a country."""

    NORMAL = "normal"
    HIGH = "high"


@words
class TripPayer(Enum):
    """Who pays for something on a trip."""

    OWN = "own"
    HOST = "host"
    THIRD = "third"


@words
class TripCause(Enum):
    """Why a trip does not take place."""

    OWN_WISH = "own_wish"
    HOST = "host"
    OFFICE = "office"
    FORCE_MAJEURE = "force_majeure"
    ERASED = "erased"
    OTHER = "other"


@words
class TripHelp(Enum):
    """What a traveller needs, and departments of the university give."""

    SUPPORT_LETTER = "support_letter"
    TICKETS = "tickets"
    LODGING = "lodging"
    INTERPRETER = "interpreter"


@words
class TripHelpDepartment(Enum):
    """Who is asked for it."""

    MIGRATION_LIAISON = "migration_liaison"
    FINANCE = "finance"
    INTERPRETERS = "interpreters"


@words
class CheckIn(Enum):
    """What is known of a traveller in a country whose risk was raised."""

    ASKED = "asked"
    SAFE = "safe"
    NEEDS_HELP = "needs_help"
    SILENT = "silent"
