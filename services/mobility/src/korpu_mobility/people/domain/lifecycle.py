"""The life of a person in the office's books: known, and one day forgotten."""

from enum import StrEnum


class Status(StrEnum):
    """Whether we know who the person is, or only that there was one."""

    REGISTERED = "registered"
    ERASED = "erased"


class Kind(StrEnum):
    """What brings a person to the office."""

    STUDENT = "student"
    STAFF = "staff"
    APPLICANT = "applicant"
    REVIEWER = "reviewer"
    INTERPRETER = "interpreter"


FROM_OUTSIDE = (Kind.REVIEWER, Kind.INTERPRETER)
"""They work for the office and are not of the university: nobody nominates them, and they travel on no order."""


class Gender(StrEnum):
    """As stated by the person; statistics ask for it."""

    FEMALE = "female"
    MALE = "male"
    UNSTATED = "unstated"


class Basis(StrEnum):
    """Why a person is erased."""

    OWN_REQUEST = "own_request"
    RETENTION_ENDED = "retention_ended"
    COURT_OR_AUTHORITY = "court_or_authority"
    ENTERED_BY_MISTAKE = "entered_by_mistake"
