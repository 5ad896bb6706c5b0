"""Words of kept texts."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class AnswerTemplateStatus(Enum):
    """Whether a kept text is still used."""

    ACTIVE = "active"
    RETIRED = "retired"
