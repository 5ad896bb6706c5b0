"""What is answered about an event."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from korpu_chassis.validation.codes import Personal, Text, whole_number

MOST_QUESTIONS = 10
Rating = Annotated[int, Field(strict=True, ge=1, le=5, description="From 1, poor, to 5, excellent."), whole_number]
Words = Annotated[Text, Field(max_length=1000, description="In one's own words; the organisers alone read them.")]


class FeedbackAnswer(BaseModel):
    """An answer to one question, of the kind that the question is."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    question_id: UUID
    rating: Rating | None = None
    yes: StrictBool | None = None
    words: Annotated[Words | None, Personal] = None


Answers = Annotated[tuple[FeedbackAnswer, ...], Field(min_length=1, max_length=MOST_QUESTIONS)]
