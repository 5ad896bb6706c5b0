"""Words of people."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class PersonKind(Enum):
    """What somebody is to the university."""

    STUDENT = "student"
    STAFF = "staff"
    APPLICANT = "applicant"
    REVIEWER = "reviewer"
    INTERPRETER = "interpreter"


@words
class Gender(Enum):
    """What somebody's papers say."""

    FEMALE = "female"
    MALE = "male"
    UNSTATED = "unstated"


@words
class PersonStatus(Enum):
    """Whether the office still holds somebody's data."""

    REGISTERED = "registered"
    ERASED = "erased"


@words
class PersonFileKind(Enum):
    """What a file of a person is."""

    CV = "cv"
    LANGUAGE_CERTIFICATE = "language_certificate"
    DIPLOMA = "diploma"
    PASSPORT_COPY = "passport_copy"
