"""The life of a unit's part of a report, and when it is whole."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from korpu_events.unit_reports.parts import Answer, AskedQuestion
from korpu_events.unit_reports.refusals import AnswersMissing, NoEarlierPart, QuestionUnknown


class UnitReportStatus(StrEnum):
    """Where a unit's part of a report stands."""

    REQUESTED = "requested"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


WITH_THE_UNIT = (UnitReportStatus.REQUESTED, UnitReportStatus.DRAFT, UnitReportStatus.RETURNED)
"""The unit is to write."""
LIVING = (*WITH_THE_UNIT, UnitReportStatus.SUBMITTED, UnitReportStatus.ACCEPTED)


class Part(Protocol):
    """What a unit was asked, and what it said."""

    questions: tuple[AskedQuestion, ...]
    answers: tuple[Answer, ...]
    earlier_id: UUID | None


def unanswered(questions: Sequence[AskedQuestion], answers: Sequence[Answer]) -> list[str]:
    """The questions that need an answer and have none."""
    said = {each.question for each in answers}
    return [each.id for each in questions if each.required and each.id not in said]


def require_whole(part: Part) -> None:
    """Every question that needs an answer has one."""
    if left := unanswered(part.questions, part.answers):
        raise AnswersMissing("answers", questions=", ".join(left))


def require_earlier(part: Part) -> None:
    """The unit has said something the last time that it can confirm."""
    if part.earlier_id is None:
        raise NoEarlierPart


def answered(part: Part, given: Sequence[Answer]) -> tuple[Answer, ...]:
    """The answers with these in the place of earlier ones, in the order of the questions."""
    known = {each.id for each in part.questions}
    for place, each in enumerate(given):
        if each.question not in known:
            raise QuestionUnknown(f"answers.{place}.question")
    told = {each.question: each for each in (*part.answers, *given)}
    return tuple(told[each.id] for each in part.questions if each.id in told)
