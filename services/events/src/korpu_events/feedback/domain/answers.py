"""Which answer fits which question, and how answers are counted."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from korpu_events.feedback.refusals import FeedbackUnfit


class Question(Protocol):
    """A question that was declared with an event."""

    @property
    def id(self) -> UUID:
        """Which one."""

    @property
    def kind(self) -> str:
        """`rating`, `yes_no` or `words`."""


class Given(Protocol):
    """An answer, of whichever kind."""

    @property
    def question_id(self) -> UUID:
        """To which question."""

    @property
    def rating(self) -> int | None:
        """From one to five."""

    @property
    def yes(self) -> bool | None:
        """Yes or no."""

    @property
    def words(self) -> str | None:
        """In one's own words."""


class Counted(NamedTuple):
    """An answer by itself: nothing in it tells of the others that came with it."""

    question_id: UUID
    answer: str | None
    words: str | None


def counted(questions: Sequence[Question], given: Sequence[Given]) -> list[Counted]:
    """The answers one by one, in the order of the questions' ids; refused where one does not fit."""
    kinds = {each.id: each.kind for each in questions}
    found: dict[UUID, Counted] = {}
    for place, each in enumerate(given):
        told: Mapping[str, Any] = {"rating": each.rating, "yes_no": each.yes, "words": each.words}
        said = {kind for kind, value in told.items() if value is not None}
        if each.question_id in found or said != {kinds.get(each.question_id)}:
            raise FeedbackUnfit(f"answers.{place}")
        found[each.question_id] = Counted(each.question_id, _answer(each), each.words)
    return [found[id] for id in sorted(found)]


def _answer(given: Given) -> str | None:
    if given.yes is not None:
        return "yes" if given.yes else "no"
    return None if given.rating is None else str(given.rating)


def mean(ratings: Mapping[str, int]) -> float | None:
    """The mean of ratings that were counted, by two decimals."""
    people = sum(ratings.values())
    return round(sum(int(rating) * count for rating, count in ratings.items()) / people, 2) if people else None
