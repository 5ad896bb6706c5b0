"""How many exports one process makes at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Gauge

from korpu_chassis.identity import Principal
from korpu_gateway.exports.refused import TooManyExports

OPEN = Gauge("korpu_exports", "Lists that are being written as files now")


class Places:
    """A few places, of which whoever is not signed in takes one at most: the public cannot keep the office waiting."""

    def __init__(self, most: int = 2) -> None:
        self._most = most
        self._taken = self._strangers = 0

    @contextmanager
    def taken(self, principal: Principal) -> Iterator[None]:
        """A place for as long as the block lasts; refused when there is none."""
        stranger = principal.is_anonymous
        if self._taken >= self._most or (stranger and self._strangers):
            raise TooManyExports
        self._move(1, stranger)
        try:
            yield
        finally:
            self._move(-1, stranger)

    def _move(self, by: int, stranger: bool) -> None:  # noqa: FBT001 - who moves
        self._taken += by
        self._strangers += by * stranger
        OPEN.set(self._taken)
