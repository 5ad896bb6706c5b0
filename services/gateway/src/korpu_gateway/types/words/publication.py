"""Words of publications."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class PublicationStatus(Enum):
    """Where a publication stands."""

    PLANNED = "planned"
    SUBMITTED = "submitted"
    INTERNAL_REVIEW = "internal_review"
    EXTERNAL_REVIEW = "external_review"
    LANGUAGE_EDIT = "language_edit"
    APPROVED = "approved"
    IN_PRODUCTION = "in_production"
    PUBLISHED = "published"
    DISTRIBUTED = "distributed"
    RETURNED = "returned"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@words
class EditionStatus(Enum):
    """Where the translation of an edition stands."""

    PENDING = "pending"
    IN_TRANSLATION = "in_translation"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    APPROVED = "approved"


@words
class PublicationKind(Enum):
    """What kind of work it is."""

    TEXTBOOK = "textbook"
    METHOD_GUIDE = "method_guide"
    SYLLABUS = "syllabus"
    DICTIONARY = "dictionary"
    PROCEEDINGS = "proceedings"


@words
class PublicationAudience(Enum):
    """For whom it is written."""

    STUDENTS = "students"
    DOCTORAL_STUDENTS = "doctoral_students"
    TEACHERS = "teachers"
    EXPERTS = "experts"


@words
class Medium(Enum):
    """On what it is read."""

    PRINT = "print"
    ONLINE = "online"


@words
class ReviewRound(Enum):
    """Who reviews: the house, or other institutions."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@words
class Verdict(Enum):
    """What a reviewer says of the text."""

    ACCEPT = "accept"
    CHANGES = "changes"
    REJECT = "reject"
