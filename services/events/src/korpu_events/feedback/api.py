"""Answers about events over HTTP: given with an account, and read by those who may, once it is closed."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import Unauthenticated
from korpu_chassis.runtime.routes import PROBLEMS, Batch, answer, asked, context_of, read_body, takes
from korpu_events.events.interface import QuestionKind
from korpu_events.feedback.inputs import Answers
from korpu_events.feedback.interface import Comer, take
from korpu_events.feedback.policies.summaries import told_of
from korpu_events.feedback.refusals import FeedbackOfOthers
from korpu_events.registrations.interface import attendance_of

router = APIRouter(tags=["feedback"])


class GiveFeedback(BaseModel):
    """What somebody with an account says who was at an event."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    event_id: UUID
    answers: Answers


class FeedbackTaken(BaseModel):
    """It is counted; that is all that is kept."""

    event_id: UUID


class AnswerCount(BaseModel):
    """How many gave one answer."""

    answer: str
    people: int


class QuestionSummary(BaseModel):
    """What was answered to one question."""

    id: UUID
    kind: QuestionKind
    text: LocalizedText
    people: int
    mean: Annotated[float | None, Field(description="Of ratings.")] = None
    counts: list[AnswerCount]
    words: Annotated[list[str] | None, Field(description="For the organisers alone, in no order.")] = None


class Feedback(BaseModel):
    """How it stands with the answers about an event, as far as the caller may know."""

    until: Annotated[Any, Field(description="The last day for answers.")] = None
    open: bool
    waits_for_me: Annotated[bool, Field(description="The caller was there, and has not answered yet.")]
    answers: Annotated[int | None, Field(description="How many have answered.")] = None
    questions: Annotated[list[QuestionSummary] | None, Field(description="Once it is closed.")] = None


class FeedbackOf(BaseModel):
    """The answers about one event."""

    id: UUID
    feedback: Feedback


class ReadFeedback(Batch):
    """Some events."""


class FeedbackRead(BaseModel):
    """Those of the events asked for of which the caller may know; the others are absent without a hint."""

    events: list[FeedbackOf]


@router.post(
    "/feedback/give",
    response_model=FeedbackTaken,
    responses={**PROBLEMS, 409: PROBLEM_RESPONSE},
    openapi_extra=takes(GiveFeedback),
)
async def give_feedback(request: Request) -> Response:
    """Say of an event how it was; counted at once, and no audit, message or log says who has answered what."""
    context = context_of(request)
    principal = await context.principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    given = await read_body(request, GiveFeedback)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "GiveFeedback")
        registration = await attendance_of(given.event_id, principal.person_id, uow)
        if registration is None:
            raise FeedbackOfOthers("event_id")
        await take(Comer(registration, given.event_id), given.answers, uow)
    return answer(FeedbackTaken(event_id=given.event_id))


@router.post("/feedback/read", response_model=FeedbackRead, responses=PROBLEMS, openapi_extra=takes(ReadFeedback))
async def read_feedback(request: Request) -> Response:
    """Read what was answered about some events, once it is closed: organisers, and others from five answers on."""
    async with asked(request, ReadFeedback) as (question, uow):
        told = [{"id": id, "feedback": found} for id in question.ids if (found := await told_of(id, uow))]
    return answer(FeedbackRead.model_validate({"events": told}))
