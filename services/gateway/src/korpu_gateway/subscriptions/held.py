"""What open subscriptions keep in memory: their documents and variables, bounded by weight."""

from collections import Counter
from typing import Final

from korpu_gateway.reads.operations import weight_of
from korpu_gateway.subscriptions.refused import TooManyConnections

MOST_OF_SIGNED_IN: Final = 64 * 2**20
MOST_OF_OTHERS: Final = 24 * 2**20
"""Whoever has not signed in cannot take the place of those who have."""
BYTES_OF_A_GROUP: Final = 4 * 1024
BYTES_OF_A_VALUE: Final = 12
"""For each character of the variables as JSON: they are kept as they were sent, as they are meant, and as a key."""


class Held:
    """The documents and variables of the open subscriptions of some callers; a document is kept once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._texts: Counter[str] = Counter()
        self.weight = 0

    def hold(self, text: str, variables: int) -> None:
        """Keep a document, and so many characters of variables; refused when there is no more room."""
        weight = self._weight(text, variables)
        if self.weight + weight > self._most:
            raise TooManyConnections
        self._texts[text] += 1
        self.weight += weight

    def release(self, text: str, variables: int) -> None:
        """Let go of what was kept."""
        self._texts[text] -= 1
        if not self._texts[text]:
            del self._texts[text]
        self.weight -= self._weight(text, variables)

    def _weight(self, text: str, variables: int) -> int:
        document = 0 if text in self._texts else weight_of(text)
        return document + BYTES_OF_A_GROUP + BYTES_OF_A_VALUE * variables
