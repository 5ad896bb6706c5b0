"""Words of applications."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class ApplicationStatus(Enum):
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


@words
class ApplicationCause(Enum):
    """Why nothing came of an application."""

    OWN_WISH = "own_wish"
    FORMAL = "formal"
    SCORE = "score"
    NO_PLACE = "no_place"
    ERASED = "erased"


@words
class HandedDocumentState(Enum):
    """How a document stands that was asked for."""

    ASKED = "asked"
    BROUGHT = "brought"
    ACCEPTED = "accepted"
    RETURNED = "returned"


@words
class ConflictKind(Enum):
    """Why a member of the committee does not score an application."""

    SAME_UNIT = "same_unit"
    ITSELF = "itself"
    RELATIVE = "relative"
    CO_AUTHOR = "co_author"
    OTHER = "other"


@words
class ChoiceOutcome(Enum):
    """What became of a choice when places were given."""

    GIVEN = "given"
    FULL = "full"
    GONE = "gone"
    NOT_NEEDED = "not_needed"
    BELOW_MARK = "below_mark"
    MOVED_UP = "moved_up"


@words
class SelectionStatus(Enum):
    """Where a selection stands."""

    CONVENED = "convened"
    SCORING = "scoring"
    RANKED = "ranked"
    ALLOCATED = "allocated"
    OFFERED = "offered"
    CLOSED = "closed"


@words
class TieRule(Enum):
    """Who comes first of those who have the same mean."""

    HEAVIEST_CRITERION = "heaviest_criterion"
    SUBMITTED_FIRST = "submitted_first"
    LOT = "lot"
