"""Messages of a WebSocket that came in while another one was at work: bounded, and in their order."""

from collections import deque
from typing import Any

import orjson

from korpu_gateway.http.requests import nests_deeper

DEEPEST_MESSAGE = 200
"""Levels; what is deeper could not be answered in JSON."""
MOST, LONGEST = 64, 64 * 1024
"""Messages and characters; whoever sends more is read on when the wait is over."""


class ReadAhead:
    """What was read and is not answered yet."""

    def __init__(self) -> None:
        self._messages: deque[tuple[dict[str, Any], int]] = deque()
        self._characters = 0

    @property
    def is_full(self) -> bool:
        """Nothing more should be read now."""
        return len(self._messages) >= MOST or self._characters >= LONGEST

    def put(self, text: str) -> None:
        """Keep one message; what the protocol does not know is kept as an empty one."""
        self._messages.append((_read(text), len(text)))
        self._characters += len(text)

    def next(self) -> dict[str, Any] | None:
        """The message that came first, if there is one."""
        return self._taken(0) if self._messages else None

    def clear(self) -> None:
        """Keep nothing."""
        self._messages.clear()
        self._characters = 0

    def takes_back(self, id: str) -> bool:
        """Whether the client has completed this operation; said once, it is heard once."""
        for place, (told, _) in enumerate(self._messages):
            if told.get("type") == "complete" and told.get("id") == id:
                self._taken(place)
                return True
        return False

    def _taken(self, place: int) -> dict[str, Any]:
        told, size = self._messages[place]
        del self._messages[place]
        self._characters -= size
        return told


def _read(text: str) -> dict[str, Any]:
    try:
        told = orjson.loads(text)
    except ValueError:
        return {}
    return told if isinstance(told, dict) and not nests_deeper(told, DEEPEST_MESSAGE) else {}
