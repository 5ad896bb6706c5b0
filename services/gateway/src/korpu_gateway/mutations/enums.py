"""Words of an input: an enum of the portal's language where the same words stand there, else one of its own."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

import strawberry


class Enums:
    """The enums of the inputs, each made once."""

    def __init__(self, known: Iterable[type[Enum]]) -> None:
        self._known: dict[frozenset[str], list[type[Enum]]] = {}
        self._names: set[str] = set()
        for each in known:
            self._remember(each)

    def of(self, words: Sequence[str], name: str, near: str, description: str | None = None) -> type[Enum]:
        """The enum of exactly these words: that of the near aggregate, else one called alike, else a new one."""
        if candidates := self._known.get(frozenset(words)):
            return min(candidates, key=lambda each: _strangeness(each.__name__, name, near))
        if name in self._names:
            raise ValueError(f"two enums would be called {name}: give one of them a class of its own at its owner")
        made = Enum(name, [(_spelled(word), word) for word in words])  # type: ignore[misc]  # the words are data
        self._remember(strawberry.enum(made, name=name, description=description))
        return made

    def _remember(self, each: type[Enum]) -> None:
        self._known.setdefault(frozenset(str(member.value) for member in each), []).append(each)
        self._names.add(each.__name__)


def _strangeness(candidate: str, name: str, near: str) -> tuple[bool, bool, str]:
    return not candidate.startswith(near), not candidate.endswith(name), candidate


def _spelled(word: str) -> str:
    return word.upper().replace("-", "_").replace(".", "_")


Spell = Callable[[object], object]


def word(value: object) -> object:
    """The word as the owner spells it."""
    return value.value if isinstance(value, Enum) else value
