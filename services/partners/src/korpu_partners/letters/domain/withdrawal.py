"""Which answers can be withdrawn."""

from korpu_partners.letters.domain.lifecycle import LetterStatus

ENDED = (LetterStatus.ANSWERED, LetterStatus.CLOSED)
"""Here it waits again, unless it has another answer, or needs none."""
