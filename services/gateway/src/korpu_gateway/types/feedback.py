"""What those who were at an event have said of it, as its owner tells it."""

from datetime import date
from uuid import UUID

from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at
from korpu_gateway.types.values import LocalizedText
from korpu_gateway.types.words.event import EventQuestionKind


@part
class FeedbackQuestion:
    """What those who were there are asked when it is over."""

    id: UUID = at()
    kind: EventQuestionKind = at()
    text: LocalizedText = at()


@part
class FeedbackCount:
    """How many gave one answer."""

    answer: str = at()
    people: int = at()


@part
class FeedbackSummary:
    """What was answered to one question; words in no order, for the organisers alone."""

    id: UUID = at()
    kind: EventQuestionKind = at()
    text: LocalizedText = at()
    people: int = at()
    mean: float | None = at()
    counts: list[FeedbackCount] = at()
    words: list[str] | None = at()


@part
class Feedback:
    """How it stands with the answers about an event; what was answered is told when nobody answers any more."""

    until: date | None = at()
    open: bool = at()
    waits_for_me: bool = at()
    answers: int | None = at()
    questions: list[FeedbackSummary] | None = at()
