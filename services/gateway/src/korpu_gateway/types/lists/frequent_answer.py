"""How lists of published answers are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, matching, since, within
from korpu_gateway.types.words.enquiry import EnquiryTopic
from korpu_gateway.types.words.frequent_answer import FrequentAnswerStatus


@words
class FrequentAnswerOrderKey(Enum):
    """What published answers are ordered by."""

    QUESTION = "sort"
    CODE = "code"
    CHANGED = "changed"


@strawberry.input
class FrequentAnswerFilter:
    """Which published answers."""

    search: str | None = matching()
    status: list[FrequentAnswerStatus] | None = within("status")
    topic: list[EnquiryTopic] | None = within("topic")
    code: list[str] | None = within("code")
    opportunity: strawberry.ID | None = about("opportunity_id", "opportunity")
    published_since: date | None = since("published_on")


@strawberry.input
class FrequentAnswerOrder:
    """In which order published answers come."""

    by: FrequentAnswerOrderKey
    direction: Direction = Direction.ASC
