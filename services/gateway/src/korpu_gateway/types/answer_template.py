"""Kept texts as the portal sees them: the office's own, from which answers are made."""

from typing import Any

from korpu_gateway.readmodel.columns import word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, everything
from korpu_gateway.types.lists.answer_template import AnswerTemplateFilter, AnswerTemplateOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, in_all_languages
from korpu_gateway.types.words.answer_template import AnswerTemplateStatus
from korpu_gateway.types.words.enquiry import EnquiryTopic


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["title"], "search": (state["title"], state["code"], *in_all_languages(state["text"]))}


@aggregate(
    topic="mobility.answer-templates.v1",
    plural="answer_templates",
    listed="Texts from which answers are made, by title.",
    readers={OFFICE | COORDINATOR | {"auditor"}: everything},
    columns=(word("topic"),),
    prepared=_prepared,
    filter=AnswerTemplateFilter,
    order=AnswerTemplateOrder,
)
class AnswerTemplate(Node):
    """A text of the office in up to five languages, with place-holders."""

    status: AnswerTemplateStatus = at()
    title: str = at()
    topic: EnquiryTopic = at()
    text: LocalizedText = at()
