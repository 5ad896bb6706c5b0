"""The life of a selection: who compares, by what, and how far it has come."""

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from korpu_mobility.selections.refusals.committee import (
    CommitteeTooSmall,
    MemberTwice,
    QuorumOutOfReach,
    ScoreDayPassed,
)

LEAST_MEMBERS = 3


class Status(StrEnum):
    """Where a selection stands."""

    CONVENED = "convened"
    SCORING = "scoring"
    RANKED = "ranked"
    ALLOCATED = "allocated"
    OFFERED = "offered"
    CLOSED = "closed"


class TieRule(StrEnum):
    """Who comes first of those who have the same mean."""

    HEAVIEST_CRITERION = "heaviest_criterion"
    SUBMITTED_FIRST = "submitted_first"
    LOT = "lot"


BEFORE_RANKING = (Status.CONVENED, Status.SCORING)
BEFORE_ALLOCATION = (*BEFORE_RANKING, Status.RANKED)
REOPENABLE = (Status.RANKED, Status.ALLOCATED, Status.OFFERED)
"""There is a ranking, and somebody may still have to be told of it."""


def require_committee(member_ids: Sequence[UUID], quorum: int) -> None:
    """At least three sit on it, each once, and the quorum can be reached."""
    if len(set(member_ids)) != len(member_ids):
        raise MemberTwice("member_ids")
    if len(member_ids) < LEAST_MEMBERS:
        raise CommitteeTooSmall("member_ids", least=LEAST_MEMBERS)
    if quorum > len(member_ids):
        raise QuorumOutOfReach("quorum", members=len(member_ids))


def require_score_day(day: date, today: date) -> None:
    """Whoever scores has at least today."""
    if day < today:
        raise ScoreDayPassed("score_by")


def left_out(before: Collection[UUID], now: Collection[UUID]) -> set[UUID]:
    """Who sat on the committee and does not any more."""
    return set(before) - set(now)
