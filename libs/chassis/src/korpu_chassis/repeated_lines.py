"""Lines of the log that strangers can cause: one of a kind in a minute, with how many there were."""

import time
from collections.abc import Hashable

EVERY = 60.0


class RepeatedLines:
    """Counts what is alike; kinds are few, since none of them is a stranger's own word."""

    def __init__(self, every: float = EVERY) -> None:
        self.every = every
        self._held: dict[Hashable, tuple[float, int]] = {}

    def due(self, kind: Hashable) -> int:
        """How many of this kind the line of now stands for, the ones since the last line among them; none: no line."""
        now = time.monotonic()
        last, unsaid = self._held.get(kind, (float("-inf"), 0))
        if now - last < self.every:
            self._held[kind] = (last, unsaid + 1)
            return 0
        self._held[kind] = (now, 0)
        return unsaid + 1
