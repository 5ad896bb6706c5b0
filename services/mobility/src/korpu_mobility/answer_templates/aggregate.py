"""The definition of kept texts: their topic, who reads them, and how they are translated."""

from typing import Any

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_mobility.answer_templates.domain import require_placeholders
from korpu_mobility.answer_templates.refusals import PlaceholderUnknown
from korpu_mobility.answer_templates.state import AnswerTemplateState
from korpu_mobility.answer_templates.tables import AnswerTemplate
from korpu_mobility.permissions import AUDITOR, EVERY_COORDINATOR, OFFICE

answer_templates = AggregateDefinition(
    AnswerTemplate,
    state=AnswerTemplateState,
    topic="mobility.answer-templates.v1",
    readers=(*OFFICE, AUDITOR, EVERY_COORDINATOR),
)


def _filled_in_every_language(_: AnswerTemplate, given: Any) -> None:
    require_placeholders(given.words, "words")


translates(answer_templates, OFFICE, _filled_in_every_language, refuses=[PlaceholderUnknown], text="text")
