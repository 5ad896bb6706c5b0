"""Where the library keeps what it makes: each state with an id, a code and a status, the same in every run."""

from random import Random
from typing import Any
from uuid import UUID

from tests.gateway.shelves import THEN, State


class Catalogue:
    """Gives states what every thing of the office has."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311 - the same books in every run
        self._made = 0
        self.states: dict[str, list[State]] = {}

    def id(self) -> str:
        return str(UUID(int=self._random.getrandbits(128), version=4))

    def any(self, *choices: Any) -> Any:
        return self._random.choice(choices)

    def _keep(self, kind: str, code: str, status: str, state: State, given: State) -> State:
        self._made += 1
        kept = {
            "id": self.id(),
            "version": 1,
            "code": f"{code}-2026-{self._made:03}",
            "status": status,
            "unit": self.any("philology", "physics", None),
            "author": self.any("officer-1", "officer-2"),
            "correlation_id": self.id(),
            "created_at": THEN,
            "changed_at": THEN,
            **state,
            **given,
        }
        self.states.setdefault(kind, []).append(kept)
        return kept
