"""What an answer says beside its data: warnings of the owners, and what the read model does not show yet."""

from collections.abc import Mapping, Sequence
from typing import Any


class Extensions:
    """The `extensions` of one response."""

    def __init__(self) -> None:
        self._warnings: list[dict[str, Any]] = []
        self._away: dict[str, str] = {}
        self._behind = False

    def warn(self, field: str, warnings: Sequence[Mapping[str, Any]]) -> None:
        """It was done, but look at this; `field` is the response's name of the mutation."""
        self._warnings += [{"field": field, **each} for each in warnings]

    def behind(self) -> None:
        """The answer is the owner's: the next query may not show it yet."""
        self._behind = True

    def away(self, service: str, message: str) -> None:
        """What only this owner may tell is null, because the owner is away and not because it may not be read."""
        self._away[service] = message

    def told(self) -> dict[str, Any]:
        """The extensions as the response carries them; empty when there is nothing to say."""
        told: dict[str, Any] = {}
        if self._warnings:
            told["warnings"] = self._warnings
        if self._away:
            told["unavailable"] = [{"service": name, "message": message} for name, message in self._away.items()]
        if self._behind:
            told["readModel"] = "behind"
        return told
