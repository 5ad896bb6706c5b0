"""The kinds of agreements, of stays and of renewals."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of agreement it is; the review route follows from it."""

    MEMORANDUM = "memorandum"
    COOPERATION = "cooperation"
    STUDENT_EXCHANGE = "student_exchange"
    STAFF_EXCHANGE = "staff_exchange"
    JOINT_PROGRAMME = "joint_programme"
    RESEARCH = "research"
    INTERNSHIP = "internship"
    STATE_AGREEMENT = "state_agreement"
    MEMBERSHIP = "membership"


SERIES = {
    Kind.MEMORANDUM: "MOU",
    Kind.COOPERATION: "COA",
    Kind.STUDENT_EXCHANGE: "SEA",
    Kind.STAFF_EXCHANGE: "TEA",
    Kind.JOINT_PROGRAMME: "JPA",
    Kind.RESEARCH: "RES",
    Kind.INTERNSHIP: "INT",
    Kind.STATE_AGREEMENT: "STA",
    Kind.MEMBERSHIP: "MEM",
}


class Stay(StrEnum):
    """What people go for under a condition."""

    STUDY = "study"
    TRAINEESHIP = "traineeship"
    DOCTORAL = "doctoral"
    TEACHING = "teaching"
    TRAINING = "training"


class RenewalMode(StrEnum):
    """What happens at the end: nothing, another period unless notice is given, or there is no end."""

    FIXED = "fixed"
    AUTOMATIC = "automatic"
    EVERGREEN = "evergreen"
