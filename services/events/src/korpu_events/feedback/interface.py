"""What others may ask of answers about events: they are taken, counted when it closes, and forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.interface import QuestionAsked, questions_of
from korpu_events.feedback.domain.answers import counted
from korpu_events.feedback.inputs import Answers, FeedbackAnswer
from korpu_events.feedback.refusals import FeedbackGivenAlready, FeedbackNotAsked, FeedbackOfOthers
from korpu_events.feedback.tables import FeedbackCount, FeedbackGiven, FeedbackWords

__all__ = [
    "Answers",
    "Comer",
    "FeedbackAnswer",
    "FeedbackOfOthers",
    "QuestionAsked",
    "answers_given",
    "asked_of",
    "close_answers",
    "forget_words",
    "take",
]


@dataclass(frozen=True)
class Comer:
    """Somebody who was at an event."""

    registration_id: UUID
    event_id: UUID


async def asked_of(comer: Comer, uow: UnitOfWork) -> Sequence[QuestionAsked]:
    """The questions that wait for somebody; none once they have answered, or when it is closed."""
    answered = await uow.session.get(FeedbackGiven, comer.registration_id)
    return [] if answered else await questions_of(comer.event_id, uow)


async def take(comer: Comer, answers: Sequence[FeedbackAnswer], uow: UnitOfWork) -> None:
    """Count the answers of somebody who was there, once, while it is open; whose they are is kept nowhere."""
    questions = await questions_of(comer.event_id, uow, hold=True)
    if not questions:
        raise FeedbackNotAsked
    each_alone = counted(questions, answers)
    once = insert(FeedbackGiven).values(registration_id=comer.registration_id, event_id=comer.event_id)
    taken = await uow.session.execute(once.on_conflict_do_nothing().returning(col(FeedbackGiven.event_id)))
    if taken.first() is None:
        raise FeedbackGivenAlready
    for question_id, answer, words in each_alone:
        if words is not None:
            uow.session.add(FeedbackWords(event_id=comer.event_id, question_id=question_id, text=words))
        else:
            await _count(comer.event_id, question_id, answer, uow)


async def _count(event_id: UUID, question_id: UUID, answer: str | None, uow: UnitOfWork) -> None:
    one = insert(FeedbackCount).values(event_id=event_id, question_id=question_id, answer=answer, people=1)
    more = {"people": col(FeedbackCount.people) + 1}
    key = [col(FeedbackCount.event_id), col(FeedbackCount.question_id), col(FeedbackCount.answer)]
    await uow.session.execute(one.on_conflict_do_update(index_elements=key, set_=more))


async def answers_given(event_id: UUID, uow: UnitOfWork) -> int:
    """How many have answered so far, while it is open."""
    given = select(func.count()).where(col(FeedbackGiven.event_id) == event_id)
    return int(await uow.session.scalar(given) or 0)


async def close_answers(event_id: UUID, uow: UnitOfWork) -> int:
    """How many have answered; who they were is forgotten with that."""
    gone = delete(FeedbackGiven).where(col(FeedbackGiven.event_id) == event_id)
    return len((await uow.session.scalars(gone.returning(col(FeedbackGiven.registration_id)))).all())


async def forget_words(event_id: UUID, uow: UnitOfWork) -> None:
    """Delete what people have said in their own words; the counts stay."""
    await uow.session.execute(delete(FeedbackWords).where(col(FeedbackWords.event_id) == event_id))
