"""Finds out that a database has stopped answering, so that nobody waits for it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakSet

import asyncpg
import structlog

from korpu_chassis.database.availability import DATABASE_ERRORS, DatabaseUnavailable, condition_of
from korpu_chassis.database.conditions import Condition
from korpu_chassis.database.limits import CONNECT_SECONDS, Limits

LOOK_EVERY = 0.3
PROBE_SECONDS = 1.1
AGAIN = 0.25

_OPTIONS = frozenset({"loop", "record_class", "connection_class"}) | {
    "statement_cache_size", "max_cached_statement_lifetime", "max_cacheable_statement_size",
}  # fmt: skip

log = structlog.get_logger("database")


class CircuitBreaker:
    """Watches the work at one database; while nothing comes back from there, everybody is told so at once.

    PostgreSQL keeps the limits of each statement, but not when it is frozen or cut off. So whenever work has waited for
    a moment and no other work has had an answer, a question of our own goes to the database. If that has no answer
    either, the connections are dropped (whoever waits on them learns it), and new work is refused until it answers.
    """

    def __init__(self, dsn: str, limits: Limits, **settings: str) -> None:
        self._dsn = dsn
        self._limits = limits
        self._settings = {**limits.settings(), **settings}
        self._connections: WeakSet[asyncpg.Connection[Any]] = WeakSet()
        self._connecting: set[asyncio.Future[asyncpg.Connection[Any]]] = set()
        self._probe: asyncpg.Connection[Any] | None = None
        self._probing: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._working = 0
        self._heard = 0.0
        self.is_open = False
        self.told: list[Callable[[DatabaseUnavailable], None]] = []
        """Called with the reason when nothing more is to be expected."""

    async def connect(self, *_: Any, **options: Any) -> "asyncpg.Connection[Any]":
        """A connection with this work's limits; pools take this in place of `asyncpg.connect`."""
        if self.is_open:
            raise DatabaseUnavailable(Condition.LOST)
        connecting: asyncio.Future[asyncpg.Connection[Any]] = asyncio.ensure_future(
            asyncpg.connect(
                self._dsn,
                timeout=CONNECT_SECONDS,
                command_timeout=self._limits.patience,
                server_settings=self._settings,
                **{name: value for name, value in options.items() if name in _OPTIONS},
            )
        )
        self._connecting.add(connecting)
        connecting.add_done_callback(self._connecting.discard)
        try:
            connection = await connecting
        except asyncio.CancelledError:
            if _is_cancelled():
                raise
            raise DatabaseUnavailable(Condition.LOST) from None
        except asyncpg.InsufficientPrivilegeError as error:  # made a moment ago: who may connect is said after that
            raise DatabaseUnavailable(Condition.REBUILT) from error
        self._connections.add(connection)
        return connection

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Work at the database: it ends soon when the database stops answering, and does not begin before it does."""
        if self.is_open:
            raise DatabaseUnavailable(Condition.LOST)
        self._working += 1
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(LOOK_EVERY, self._look)
        try:
            yield
            self._heard = asyncio.get_running_loop().time()
        finally:
            self._working -= 1

    async def close(self) -> None:
        """Watch no longer."""
        if self._timer:
            self._timer.cancel()
        if self._probing:
            self._probing.cancel()
            await asyncio.wait({self._probing})
        self._drop_probe()

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(LOOK_EVERY, self._look) if self._working else None
        if self._working and self._probing is None and loop.time() - self._heard >= LOOK_EVERY:
            self._probing = loop.create_task(self._find_out())

    async def _find_out(self) -> None:
        try:
            if not await self._answers():
                self._open()
                while not await self._answers():  # noqa: ASYNC110 -- nobody else could tell
                    await asyncio.sleep(AGAIN)
                log.info("database.answers_again")
        finally:
            self.is_open = False
            self._probing = None

    def _open(self) -> None:
        self.is_open = True
        log.warning("database.does_not_answer")
        for each in tuple(self._connections):
            each.terminate()
        for beginning in tuple(self._connecting):
            beginning.cancel()
        for tell in self.told:
            tell(DatabaseUnavailable(Condition.LOST))

    async def _answers(self) -> bool:
        asking = asyncio.create_task(self._ask())
        await asyncio.wait({asking}, timeout=PROBE_SECONDS)
        # A loop that was held up sees the end of its patience before the answer that came in time.
        for _ in range(3):
            await asyncio.sleep(0)
        if not asking.done():
            asking.cancel()
            self._drop_probe()
            with suppress(asyncio.CancelledError, *DATABASE_ERRORS):
                await asking
            return False
        if error := asking.exception():
            self._drop_probe()
            return condition_of(error) not in {Condition.LOST, Condition.STARTING}
        self._heard = asyncio.get_running_loop().time()
        return True

    async def _ask(self) -> None:
        if self._probe is None or self._probe.is_closed():
            self._probe = await asyncpg.connect(self._dsn, timeout=PROBE_SECONDS)
        await self._probe.execute("SELECT 1")

    def _drop_probe(self) -> None:
        if self._probe is not None:
            self._probe.terminate()
            self._probe = None


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
