"""Lines of the log that say the same again and again: one in a minute, with how many it stands for."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

EVERY: Final = 60.0
MOST_KINDS: Final = 100


@dataclass
class _Run:
    """What is alike, without a pause that is as long as the time between two lines."""

    began: float
    said: float
    heard: float
    unsaid: int = 0
    kinds: set[Hashable] = field(default_factory=set)


class RepeatedLines:
    """Counts what is alike; kinds are few, since none of them is a stranger's own word."""

    def __init__(self, every: float = EVERY, clock: Callable[[], float] = time.monotonic) -> None:
        self.every = every
        self._clock = clock
        self._runs: dict[Hashable, _Run] = {}

    def due(self, kind: Hashable, of: Hashable = None) -> int:
        """How many lines the one of now stands for, those that were not written among them; none: no line.

        Kinds may belong to something (`of`): the first of each kind is written, and of all further ones together one
        in a while.
        """
        now, of = self._clock(), kind if of is None else of
        run = self._runs.get(of)
        if run is None or now - run.heard >= self.every:
            run = self._runs[of] = _Run(now, float("-inf"), now, run.unsaid if run else 0)
        run.heard = now
        if run.kinds and kind not in run.kinds and len(run.kinds) < MOST_KINDS:
            run.kinds.add(kind)
            return 1
        run.kinds.add(kind)
        if now - run.said < self.every:
            run.unsaid += 1
            return 0
        stands_for, run.said, run.unsaid = run.unsaid + 1, now, 0
        return stands_for

    def over(self) -> list[tuple[Hashable, int, float]]:
        """What has not been heard of for a while: how many lines of it were not written, and how long it lasted."""
        now = self._clock()
        ended = [(of, run) for of, run in self._runs.items() if now - run.heard >= self.every]
        for of, _ in ended:
            del self._runs[of]
        return [(of, run.unsaid, run.heard - run.began) for of, run in ended if run.heard > run.began]

    def __len__(self) -> int:
        return len(self._runs)
