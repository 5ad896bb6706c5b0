"""Words of proposals."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class ProposalStatus(Enum):
    """Where a proposal stands between the idea and what came of it."""

    SUBMITTED = "submitted"
    TRIAGED = "triaged"
    UNDER_REVIEW = "under_review"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    IN_ACTION = "in_action"
    IMPLEMENTED = "implemented"
    VERIFIED = "verified"


@words
class ProposalTheme(Enum):
    """What a proposal is to make better."""

    MOBILITY = "mobility"
    PARTNERSHIPS = "partnerships"
    FOREIGN_STUDENTS = "foreign_students"
    RESEARCH = "research"
    LANGUAGES = "languages"
    PUBLICATIONS = "publications"
    VISITS_AND_EVENTS = "visits_and_events"
    SERVICES = "services"
    OTHER = "other"


@words
class ProposalSide(Enum):
    """As who somebody takes part in a discussion."""

    PROPOSER = "proposer"
    OFFICE = "office"
    UNIVERSITY = "university"
