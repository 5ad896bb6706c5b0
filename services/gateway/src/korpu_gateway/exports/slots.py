"""How many exports one process makes at once."""

from contextlib import AbstractContextManager

from prometheus_client import Gauge

from korpu_chassis.identity import caller_limits
from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.exports.refused import TooManyExports

OPEN = Gauge("korpu_exports", "Lists that are being written as files now")


class Places:
    """A few places: one caller leaves one to another, and all strangers together have one."""

    def __init__(self, most: int = 2) -> None:
        self._places = caller_limits.Places(
            "exports", most, strangers=1, each=max(1, most - 1), each_stranger=1, gauge=OPEN
        )

    def taken(self, principal: Principal) -> AbstractContextManager[None]:
        """A place for as long as the block lasts; refused when there is none."""
        return self._places.place(caller_limits.Caller.of(principal), TooManyExports)
