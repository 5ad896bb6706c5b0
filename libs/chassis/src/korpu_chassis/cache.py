"""Caches whose bound is their weight in memory, because what callers send decides how heavy an entry is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
SHORT = 200
"""Characters of a text that is worth an entry in a cache of answers; real headers and words are far shorter."""
MOST_SHORT = 512


class WeightedCache(Generic[K, V]):
    """The values used last, up to so many bytes together; one that is heavier than a quarter of them is not kept."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._held: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self.weight = 0

    def __len__(self) -> int:
        return len(self._held)

    def get(self, key: K) -> V | None:
        """The value under this key."""
        if (held := self._held.get(key)) is None:
            return None
        self._held.move_to_end(key)
        return held[0]

    def put(self, key: K, value: V, weight: int) -> V:
        """Keep the value; it weighs so many bytes with its key."""
        self.drop(key)
        if weight <= self._most // 4:
            self._held[key] = (value, weight)
            self.weight += weight
            while self.weight > self._most:
                self.drop(next(iter(self._held)))
        return value

    def drop(self, key: K) -> None:
        """Forget this key, if it is there."""
        if held := self._held.pop(key, None):
            self.weight -= held[1]

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()
        self.weight = 0


def cached_if_short(answer: Callable[[str | None], V]) -> Callable[[str | None], V]:
    """Cache the answers to short texts; a long one is answered anew, so that no caller fills the memory."""
    cached = lru_cache(maxsize=MOST_SHORT)(answer)

    def answered(text: str | None) -> V:
        return answer(text) if text is not None and len(text) > SHORT else cached(text)

    return answered
