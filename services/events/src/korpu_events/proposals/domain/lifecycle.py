"""The life of a proposal: where it stands, what it is about, and who speaks of it."""

from enum import StrEnum


class ProposalStatus(StrEnum):
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


class ProposalTheme(StrEnum):
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


class ProposalSide(StrEnum):
    """As who somebody takes part in a discussion."""

    PROPOSER = "proposer"
    OFFICE = "office"
    UNIVERSITY = "university"


UNSEEN = (ProposalStatus.SUBMITTED, ProposalStatus.TRIAGED)
"""Nobody has begun to weigh it: it is its proposer's still."""
UNDECIDED = (*UNSEEN, ProposalStatus.UNDER_REVIEW)
DECIDED_FOR = (ProposalStatus.ACCEPTED, ProposalStatus.IN_ACTION)
"""It takes action points."""
DONE = (ProposalStatus.IMPLEMENTED, ProposalStatus.VERIFIED)
GOING_ON = (*UNDECIDED, *DECIDED_FOR, ProposalStatus.IMPLEMENTED)
OVER = (ProposalStatus.DECLINED, ProposalStatus.MERGED, ProposalStatus.WITHDRAWN, ProposalStatus.VERIFIED)
OFFERED = (*GOING_ON, ProposalStatus.DECLINED, ProposalStatus.VERIFIED)
"""Whoever proposes the like is shown it: what was done or declined, too."""
