"""How many live connections one process carries."""

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Gauge

OPEN = Gauge("korpu_live_connections", "Live connections that are open")


class Places:
    """A bounded number of places."""

    def __init__(self, most: int = 2_000) -> None:
        self._most = most
        self._taken = 0

    @contextmanager
    def taken(self) -> Iterator[bool]:
        """Whether there was a place; it is kept as long as the block lasts."""
        there_is = self._taken < self._most
        self._taken += there_is
        OPEN.set(self._taken)
        try:
            yield there_is
        finally:
            self._taken -= there_is
            OPEN.set(self._taken)
