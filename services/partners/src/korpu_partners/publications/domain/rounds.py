"""Rounds of review: who may review, when a round is complete, and how it stands."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from korpu_partners.publications.parts import Review, ReviewsOfRound, Round, Verdict
from korpu_partners.publications.refusals.general import (
    ReviewDueInThePast,
    ReviewerIsAuthor,
    ReviewerNamedTwice,
    ReviewsMissing,
    TextRejected,
)

ROUNDS: tuple[Round, ...] = ("internal", "external")


def is_late(review: Review, today: date) -> bool:
    """Whether it was due before today and is not there."""
    return review.verdict is None and review.due < today


def require_valid_reviewers(
    added: Sequence[Review], held: Sequence[Review], authors: Sequence[UUID], today: date
) -> None:
    """Nobody reviews their own text, or the same text twice; and there is time left."""
    seen = {each.reviewer_id for each in held}
    for place, each in enumerate(added):
        if each.reviewer_id in authors:
            raise ReviewerIsAuthor(f"reviewers.{place}")
        if each.reviewer_id in seen:
            raise ReviewerNamedTwice(f"reviewers.{place}")
        if each.due < today:
            raise ReviewDueInThePast(f"reviewers.{place}.due")
        seen.add(each.reviewer_id)


def require_finished_round(reviews: Sequence[Review], round_: Round) -> None:
    """All reviews of the round are in, and nobody rejects the text."""
    asked = [each for each in reviews if each.round == round_]
    missing = sum(each.verdict is None for each in asked)
    if missing or not asked:
        raise ReviewsMissing(missing=max(missing, 1))
    if rejected := sum(each.verdict is Verdict.REJECT for each in asked):
        raise TextRejected(rejected=rejected)


class Reviewed(Protocol):
    """What is reviewed in rounds."""

    @property
    def reviews(self) -> Sequence[Review]:
        """All that were asked for."""


def require_internal_round(publication: Reviewed) -> None:
    """Our own reviewers have spoken."""
    require_finished_round(publication.reviews, "internal")


def require_external_round(publication: Reviewed) -> None:
    """Reviewers of other institutions have spoken."""
    require_finished_round(publication.reviews, "external")


def asked_again(reviews: Sequence[Review], round_: Round, due: date) -> tuple[Review, ...]:
    """The reviews of a text mended in this round: who accepted it is not asked again, the others are, by this day."""
    return tuple(
        each
        if each.round != round_ or each.verdict is Verdict.ACCEPT
        else each.model_copy(update={"verdict": None, "text": None, "given_on": None, "due": max(due, each.due)})
        for each in reviews
    )


def summaries(reviews: Sequence[Review]) -> tuple[ReviewsOfRound, ...]:
    """How each round stands that was begun."""
    return tuple(_summary(round_, reviews) for round_ in ROUNDS if any(each.round == round_ for each in reviews))


def _summary(round_: Round, reviews: Sequence[Review]) -> ReviewsOfRound:
    verdicts = [each.verdict for each in reviews if each.round == round_]
    return ReviewsOfRound(
        round=round_,
        asked=len(verdicts),
        accepted=verdicts.count(Verdict.ACCEPT),
        changes=verdicts.count(Verdict.CHANGES),
        rejected=verdicts.count(Verdict.REJECT),
    )
