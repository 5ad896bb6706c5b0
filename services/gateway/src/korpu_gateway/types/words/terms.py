"""Words of terms."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class AgreementKind(Enum):
    """What sort of agreement it is."""

    MEMORANDUM = "memorandum"
    COOPERATION = "cooperation"
    STUDENT_EXCHANGE = "student_exchange"
    STAFF_EXCHANGE = "staff_exchange"
    JOINT_PROGRAMME = "joint_programme"
    RESEARCH = "research"
    INTERNSHIP = "internship"
    STATE_AGREEMENT = "state_agreement"
    MEMBERSHIP = "membership"


@words
class Stay(Enum):
    """What people go for."""

    STUDY = "study"
    TRAINEESHIP = "traineeship"
    DOCTORAL = "doctoral"
    TEACHING = "teaching"
    TRAINING = "training"


@words
class RenewalMode(Enum):
    """What happens at the end."""

    FIXED = "fixed"
    AUTOMATIC = "automatic"
    EVERGREEN = "evergreen"
