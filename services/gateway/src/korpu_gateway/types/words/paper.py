"""Words of papers."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class PaperStatus(Enum):
    """Whether a paper still says what the office says."""

    ISSUED = "issued"
    REVOKED = "revoked"


@words
class PaperTemplate(Enum):
    """What a paper was made from."""

    LETTER = "letter"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    AMENDMENT = "amendment"
    TERMINATION = "termination"
