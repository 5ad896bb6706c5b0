"""Places at a pool of connections: given in the order of asking, and never all to those who want one row."""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from typing import NamedTuple

from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.database.conditions import Condition
from korpu_chassis.identity.caller_limits import while_connected

ROW_SHARE = 2
"""One works, and one waits at the row so that no time is lost between the two; the others wait here."""


class _Waiting(NamedTuple):
    turn: asyncio.Future[None]
    row: Hashable


class Bulkhead:
    """As many places as there are connections; whoever waits for a locked row takes few of them."""

    def __init__(self, places: int, seconds: float) -> None:
        self._free = places
        self._seconds = seconds
        self._at_row: Counter[Hashable] = Counter()
        self._waiting: deque[_Waiting] = deque()

    @asynccontextmanager
    async def place(self, row: Hashable = None, seconds: float | None = None) -> AsyncIterator[None]:
        """A place for as long as the block lasts, waited for so long; `row` is what the work in it will lock.

        Who waits too long hears that the row is busy (`RowBusy`) or that there is no connection; who leaves waits no
        more.
        """
        await self._enter(row, self._seconds if seconds is None else seconds)
        try:
            yield
        finally:
            self._leave(row)

    def turn_away(self, reason: DatabaseUnavailable) -> None:
        """Let nobody wait any longer: there is nothing to wait for."""
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.turn.done():
                waiting.turn.set_exception(reason)

    async def _enter(self, row: Hashable, seconds: float) -> None:
        waiting = _Waiting(asyncio.get_running_loop().create_future(), row)
        self._waiting.append(waiting)
        self._admit()
        if waiting.turn.done():
            return
        try:
            async with while_connected(), asyncio.timeout(seconds):
                await waiting.turn
        except BaseException as reason:
            self._give_up(waiting)
            if isinstance(reason, TimeoutError):
                raise self._too_late(row) from None
            raise

    def _give_up(self, waiting: _Waiting) -> None:
        """Forget who waits no longer; a place that was given at this very moment goes on to the next."""
        if waiting in self._waiting:
            self._waiting.remove(waiting)
        elif not waiting.turn.cancelled() and waiting.turn.exception() is None:
            self._leave(waiting.row)

    def _too_late(self, row: Hashable) -> RowBusy | DatabaseUnavailable:
        return RowBusy() if self._is_full(row) else DatabaseUnavailable(Condition.FULL)

    def _is_full(self, row: Hashable) -> bool:
        return row is not None and self._at_row[row] >= ROW_SHARE

    def _admit(self) -> None:
        passed: list[_Waiting] = []
        while self._free and self._waiting:
            waiting = self._waiting.popleft()
            if self._is_full(waiting.row):
                passed.append(waiting)
            elif not waiting.turn.done():
                self._free -= 1
                self._at_row[waiting.row] += 1
                waiting.turn.set_result(None)
        self._waiting.extendleft(reversed(passed))

    def _leave(self, row: Hashable) -> None:
        self._free += 1
        self._at_row[row] -= 1
        if not self._at_row[row]:
            del self._at_row[row]
        self._admit()
