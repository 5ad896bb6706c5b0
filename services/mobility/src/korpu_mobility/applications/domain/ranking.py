"""How applicants are compared: the weighted mean of the members' scores, and who comes first of equals."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from korpu_mobility.selections.interface import TieRule

Scores = Mapping[UUID, Mapping[UUID, int]]
"""The points of each member for each criterion."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One applicant, with all scores that count."""

    id: UUID
    submitted_at: datetime
    scores: Scores


@dataclass(frozen=True, slots=True)
class Ranked:
    """An applicant's place in the order, and the mean by which they have it."""

    id: UUID
    rank: int
    mean: Fraction


def criterion_mean(scores: Scores, criterion: UUID) -> Fraction:
    """The mean of the members' points for one criterion."""
    points = [each[criterion] for each in scores.values()]
    return Fraction(sum(points), len(points))


def weighted_mean(scores: Scores, weights: Mapping[UUID, int]) -> Fraction:
    """The mean of the members' points, each criterion by its weight; exact, so that no two are equal by rounding."""
    total = sum(points[criterion] * weight for points in scores.values() for criterion, weight in weights.items())
    return Fraction(total, len(scores) * sum(weights.values()))


def lot(seed: str, id: UUID) -> str:
    """The lot that somebody draws: the same for the same seed, whoever draws it and when."""
    return hashlib.sha256(f"{seed}:{id}".encode()).hexdigest()


def ranked(applicants: Iterable[Compared], weights: Mapping[UUID, int], rule: TieRule, seed: str) -> Sequence[Ranked]:
    """Everybody by the mean, the best first; of equals by the rule, and of those who are equal still by the lot."""
    means = [(each, weighted_mean(each.scores, weights)) for each in applicants]
    heaviest = sorted(weights, key=lambda criterion: (-weights[criterion], str(criterion)))

    def order(held: tuple[Compared, Fraction]) -> tuple[object, ...]:
        who, mean = held
        match rule:
            case TieRule.HEAVIEST_CRITERION:
                tie: tuple[object, ...] = tuple(-criterion_mean(who.scores, each) for each in heaviest)
            case TieRule.SUBMITTED_FIRST:
                tie = (who.submitted_at,)
            case TieRule.LOT:
                tie = ()
        return (-mean, *tie, lot(seed, who.id))

    return [Ranked(who.id, place, mean) for place, (who, mean) in enumerate(sorted(means, key=order), start=1)]
