"""A kept text as messages carry it."""

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_mobility.answer_templates.domain import TemplateStatus
from korpu_mobility.topics import Topic


class AnswerTemplateState(State):
    """The public state of a kept text."""

    status: TemplateStatus
    title: str
    topic: Topic
    text: LocalizedText
