"""The pieces of an event: what is kept in its row and carried by its messages."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Country, Money, whole_number
from korpu_events.events.domain.vocabulary import Payer, QuestionKind
from korpu_events.fields import Line

MOST_PEOPLE = 100_000
People = Annotated[int, Field(strict=True, ge=1, le=MOST_PEOPLE), whole_number]


class Session(Part):
    """One hour of an event: what, when, who speaks and interprets, and in which room."""

    id: UUID = Field(default_factory=uuid7)
    title: LocalizedText
    starts: datetime
    ends: datetime
    speakers: tuple[UUID, ...] = ()
    interpreters: tuple[UUID, ...] = ()
    room: str | None = None
    room_id: UUID | None = None


class EventBudgetLine(Part):
    """One thing that costs money, and who pays for it."""

    purpose: Line
    planned: Money
    actual: Money | None = None
    payer: Payer = Payer.US


class DelegateCount(Part):
    """How many foreign delegates came from a country, as the ministry asks."""

    country: Country
    people: People


class FeedbackQuestion(Part):
    """What those who were there are asked when it is over."""

    id: UUID = Field(default_factory=uuid7)
    kind: QuestionKind
    text: LocalizedText
