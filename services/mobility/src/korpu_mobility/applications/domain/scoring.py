"""A member's scores for one application are whole: each criterion once."""

from collections.abc import Collection, Sequence
from uuid import UUID

from korpu_mobility.applications.parts import Score
from korpu_mobility.applications.refusals.scoring import SameScores, ScoresIncomplete


def require_complete(scores: Sequence[Score], criteria: Collection[UUID]) -> None:
    """Every criterion of the selection has points, and nothing else has."""
    named = [each.criterion_id for each in scores]
    if sorted(named) != sorted(criteria):
        raise ScoresIncomplete("scores", count=len(criteria))


def require_other(scores: Sequence[Score], before: Sequence[Score]) -> None:
    """A correction gives other points for one criterion at least."""
    if {each.criterion_id: each.points for each in scores} == {each.criterion_id: each.points for each in before}:
        raise SameScores("scores")
