"""How answers are kept: counts for each question, words without a name, and apart from them who has answered."""

from typing import Annotated
from uuid import UUID, uuid4

from sqlmodel import Field

from korpu_chassis.validation.codes import Personal
from korpu_events.tables import Table


class FeedbackGiven(Table, table=True):
    """Who has answered, so that each does once; nothing leads from here to an answer, and it goes when it closes."""

    __tablename__ = "feedback_given"

    registration_id: UUID = Field(primary_key=True)
    event_id: UUID = Field(index=True)


class FeedbackCount(Table, table=True):
    """How many have given one answer to one question."""

    __tablename__ = "feedback_count"

    event_id: UUID = Field(primary_key=True)
    question_id: UUID = Field(primary_key=True)
    answer: str = Field(primary_key=True)
    people: int


class FeedbackWords(Table, table=True):
    """What somebody has said, in no order and at no time; its id is chance, and tells of neither."""

    __tablename__ = "feedback_words"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    event_id: UUID = Field(index=True)
    question_id: UUID
    text: Annotated[str, Personal]
