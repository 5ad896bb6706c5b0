"""The life of an application: where it stands, and which step may follow which."""

from enum import StrEnum


class Status(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    IN_REVIEW = "in_review"
    SCORED = "scored"
    SELECTED = "selected"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class DocumentState(StrEnum):
    """How a document stands that was asked for."""

    ASKED = "asked"
    BROUGHT = "brought"
    ACCEPTED = "accepted"
    RETURNED = "returned"


class Cause(StrEnum):
    """Why nothing came of an application, as a code that may be published; the words stay with the person."""

    OWN_WISH = "own_wish"
    FORMAL = "formal"
    SCORE = "score"
    NO_PLACE = "no_place"
    ERASED = "erased"


class ConflictKind(StrEnum):
    """Why a member of the committee does not score an application."""

    SAME_UNIT = "same_unit"
    ITSELF = "itself"
    RELATIVE = "relative"
    CO_AUTHOR = "co_author"
    OTHER = "other"


class GivenConflict(StrEnum):
    """What a member can declare; the others are found."""

    RELATIVE = "relative"
    CO_AUTHOR = "co_author"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of a choice when places were given."""

    GIVEN = "given"
    FULL = "full"
    GONE = "gone"
    NOT_NEEDED = "not_needed"
    BELOW_MARK = "below_mark"
    MOVED_UP = "moved_up"


WRITABLE = (Status.DRAFT, Status.RETURNED)
"""The applicant writes it."""
HANDED_IN = (Status.SUBMITTED, Status.IN_REVIEW)
"""The office looks at it."""
COMPARED = (Status.SCORED, Status.SELECTED, Status.WAITLISTED)
"""The committee has scored it, and the applicant was asked nothing yet."""
LIVING = (*WRITABLE, *HANDED_IN, *COMPARED)
"""It can still be withdrawn."""
WITH_A_PLACE = (Status.SELECTED, Status.OFFERED, Status.CONFIRMED)
"""A place is kept for it."""
AFTER_OFFER = (Status.OFFERED, Status.CONFIRMED, Status.DECLINED, Status.LAPSED)
"""The applicant was asked to confirm a place."""
BY_COMPARISON = (Cause.SCORE, Cause.NO_PLACE)
"""It was rejected because of the rank alone."""
BROUGHT = (DocumentState.BROUGHT, DocumentState.ACCEPTED)
