"""A published answer as messages carry it: everything about it is public."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_mobility.frequent_answers.domain import AnswerStatus
from korpu_mobility.topics import Topic


class FrequentAnswerState(State):
    """The public state of a published answer."""

    status: AnswerStatus
    topic: Topic
    question: LocalizedText
    answer: LocalizedText
    opportunity_id: UUID | None
    published_on: date | None
    reason: str | None
