"""`SetFeedbackQuestions`: say what those who come will be asked when the event is over."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.events.aggregate import events
from korpu_events.events.domain.vocabulary import ARRANGED, QuestionKind
from korpu_events.events.facts import EventFeedbackPlanned
from korpu_events.events.parts import FeedbackQuestion
from korpu_events.events.readers import DESK
from korpu_events.events.tables import Event
from korpu_events.fields import Title


class QuestionInput(BaseModel):
    """A question, and how it is answered."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Title
    kind: QuestionKind


class SetFeedbackQuestions(Changes):
    """All questions in their order, in place of those before; none means that nobody is asked."""

    questions: Annotated[tuple[QuestionInput, ...], Field(max_length=10)]


@events.changes(who=DESK, when=ARRANGED, emits=[EventFeedbackPlanned])
async def set_feedback_questions(event: Event, command: SetFeedbackQuestions, uow: UnitOfWork) -> None:
    """Say what those who come will be asked when it is over; by then the questions stand."""
    event.feedback_questions = tuple(
        FeedbackQuestion(kind=each.kind, text=LocalizedText.of(each.text)) for each in command.questions
    )
    await uow.emit(event, EventFeedbackPlanned(questions=len(event.feedback_questions)))
