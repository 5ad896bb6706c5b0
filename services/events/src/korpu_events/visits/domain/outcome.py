"""How a visit ends: with its report, and with action points or the word that none follow."""

from collections.abc import Sequence
from uuid import UUID

from korpu_chassis.i18n.text import LocalizedText
from korpu_events.visits.refusals.outcome import FollowUpAgreed, FollowUpMissing, ReportMissing


def require_report_and_follow_up(
    report: LocalizedText | None, action_points: Sequence[UUID], no_follow_up: str | None
) -> None:
    """A visit is closed with its report and its follow-up."""
    if report is None:
        raise ReportMissing
    if not action_points and no_follow_up is None:
        raise FollowUpMissing


def require_no_action_points(action_points: Sequence[UUID]) -> None:
    """Nothing follows where nothing was agreed."""
    if action_points:
        raise FollowUpAgreed
