"""Words of published answers."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class FrequentAnswerStatus(Enum):
    """Where a published answer stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
