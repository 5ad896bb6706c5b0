"""How alike two proposals are: by the words that they share, in any script and spelling, whatever their endings."""

from collections.abc import Collection

from korpu_chassis.i18n.text import fold

SHORTEST, STEM = 4, 6
"""Shorter words say little; of a longer one the first letters count, because endings follow them."""
ALIKE = 0.4
FEWEST = 2


def stems(*texts: str) -> frozenset[str]:
    """The words by which texts are compared."""
    return frozenset(word[:STEM] for text in texts for word in fold(text).split() if len(word) >= SHORTEST)


def likeness(asked: Collection[str], known: Collection[str]) -> float:
    """Which share of the shorter one's words stands in the other too, from 0 to 1; one shared word is chance."""
    shared, fewest = len(set(asked) & set(known)), min(len(asked), len(known))
    return shared / fewest if shared >= min(FEWEST, fewest) and fewest else 0.0
