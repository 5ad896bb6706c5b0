"""How lists of kept texts are filtered and ordered."""

from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, matching, within
from korpu_gateway.types.words.answer_template import AnswerTemplateStatus
from korpu_gateway.types.words.enquiry import EnquiryTopic


@words
class AnswerTemplateOrderKey(Enum):
    """What kept texts are ordered by."""

    TITLE = "sort"
    CODE = "code"
    CHANGED = "changed"


@strawberry.input
class AnswerTemplateFilter:
    """Which kept texts."""

    search: str | None = matching()
    status: list[AnswerTemplateStatus] | None = within("status")
    topic: list[EnquiryTopic] | None = within("topic")
    code: list[str] | None = within("code")


@strawberry.input
class AnswerTemplateOrder:
    """In which order kept texts come."""

    by: AnswerTemplateOrderKey
    direction: Direction = Direction.ASC
