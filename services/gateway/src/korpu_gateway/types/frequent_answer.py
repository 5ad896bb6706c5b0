"""Published answers as the portal sees them: what was published, everybody reads; the rest, the office."""

from datetime import date
from typing import TYPE_CHECKING, Any

from korpu_gateway.readmodel.columns import reference, word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import (
    COORDINATOR,
    EVERYBODY,
    INSIDE,
    OFFICE,
    SIGNED_IN,
    everything,
    having,
)
from korpu_gateway.reads.relations import one
from korpu_gateway.types.lists.frequent_answer import FrequentAnswerFilter, FrequentAnswerOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, in_all_languages, spoken
from korpu_gateway.types.words.enquiry import EnquiryTopic
from korpu_gateway.types.words.frequent_answer import FrequentAnswerStatus

if TYPE_CHECKING:
    from korpu_gateway.types.opportunity import Opportunity


def _prepared(state: dict[str, Any]) -> Words:
    found = (*in_all_languages(state["question"]), *in_all_languages(state["answer"]))
    return {"sort": spoken(state["question"]), "search": (*found, state["code"])}


@aggregate(
    topic="mobility.frequent-answers.v1",
    plural="frequent_answers",
    listed="Questions that are asked often, with their answers; everybody reads what was published.",
    readers={
        OFFICE | COORDINATOR | {"auditor"}: everything,
        SIGNED_IN: having("published_on"),
        EVERYBODY: having("published_on"),
    },
    columns=(word("topic"), word("published_on"), reference("opportunity_id")),
    prepared=_prepared,
    filter=FrequentAnswerFilter,
    order=FrequentAnswerOrder,
    came_of=("opportunity_id",),
)
class FrequentAnswer(Node):
    """A question that is asked often, and its answer."""

    status: FrequentAnswerStatus = at()
    topic: EnquiryTopic = at()
    question: LocalizedText = at()
    answer: LocalizedText = at()
    opportunity: "Opportunity | None" = one("opportunity", "opportunity_id")
    published_on: date | None = at()
    reason: str | None = at(seen_by=INSIDE)
