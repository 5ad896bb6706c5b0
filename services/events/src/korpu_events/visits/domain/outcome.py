"""How a visit ends: with its report, and with action points or the word that none follow."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.refusals.outcome import FollowUpAgreed, FollowUpMissing, ReportMissing


class Followed(Protocol):
    """What is closed when its report is in, and said what follows."""

    @property
    def status(self) -> str:
        """Where it stands."""

    @property
    def follow_up(self) -> str | None:
        """Whether anything follows, or not said yet."""


def require_report_and_follow_up(visit: Followed) -> None:
    """A visit is closed with its report and its follow-up."""
    if visit.status != VisitStatus.REPORTED:
        raise ReportMissing
    if visit.follow_up is None:
        raise FollowUpMissing


def require_no_action_points(action_points: Sequence[UUID]) -> None:
    """Nothing follows where nothing was agreed."""
    if action_points:
        raise FollowUpAgreed
