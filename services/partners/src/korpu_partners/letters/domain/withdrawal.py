"""How a letter that was noted as an answer by mistake is none again."""

from korpu_partners.letters.domain.lifecycle import LetterStatus

ENDED = (LetterStatus.ANSWERED, LetterStatus.CLOSED)
"""Here it waits again, unless it has another answer, or needs none."""
