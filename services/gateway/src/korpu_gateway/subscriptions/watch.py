"""What the read model says at each commit, heard over one connection of this process and told to whoever waits."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple
from uuid import UUID

import asyncpg
import structlog

from korpu_chassis.database.availability import DATABASE_ERRORS
from korpu_chassis.observability.slow_statements import watch_connection

CHANNEL = "documents"
NAME = "korpu-gateway-watch"
PROBE_EVERY = 5.0
PROBE_WITHIN = 3.0
AGAIN = (0.05, 0.2, 0.5, 1.0)
log = structlog.get_logger()

Order = tuple[int, int]
"""Epoch and version: the later of two words about one document is the greater."""


class Change(NamedTuple):
    """A document of this kind and id has this version now, and in which trace that was said."""

    kind: str
    id: UUID
    epoch: int
    version: int
    traceparent: str = ""

    @property
    def order(self) -> Order:
        """Which of two changes of a document is the later one."""
        return self.epoch, self.version

    @classmethod
    def read(cls, payload: str) -> "Change":
        """The change that a notification tells of: `agreement:0192…:0:3:00-4bf9…-00`."""
        kind, id, epoch, version, *traceparent = payload.split(":")
        return cls(kind, UUID(id), int(epoch), int(version), *traceparent)

    @property
    def trace(self) -> dict[str, str]:
        """The trace as headers."""
        return {"traceparent": self.traceparent}


class Watch:
    """Hears every change of the read model; a lost connection is made again, and everybody is told of the gap."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._heard: list[Callable[[Change], None]] = []
        self._gaps: list[Callable[[], None]] = []
        self._waiting: dict[UUID, list[tuple[Order, asyncio.Future[None]]]] = {}
        self.listening = asyncio.Event()

    @classmethod
    def deaf(cls) -> "Watch":
        """A watch that hears nothing."""
        return cls("")

    def tell(self, heard: Callable[[Change], None], gap: Callable[[], None]) -> None:
        """Tell of every change, and of every gap in which changes may have passed unheard."""
        self._heard.append(heard)
        self._gaps.append(gap)

    @contextmanager
    def awaiting(self, id: UUID, order: Order) -> Iterator["asyncio.Future[None]"]:
        """A future that is done when the document is of this order or a later one; ask the database meanwhile."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        entry = (order, future)
        self._waiting.setdefault(id, []).append(entry)
        try:
            yield future
        finally:
            held = self._waiting[id]
            held.remove(entry)
            if not held:
                del self._waiting[id]

    async def forever(self, stop: asyncio.Event) -> None:
        """Listen until told to stop."""
        ending = asyncio.create_task(stop.wait())
        try:
            failures = 0
            while not stop.is_set():
                listening = asyncio.create_task(self._listen())
                await asyncio.wait({listening, ending}, return_when=asyncio.FIRST_COMPLETED)
                failures = 0 if self.listening.is_set() else failures + 1
                self.listening.clear()
                await _ended(listening)
                if not stop.is_set():
                    await asyncio.sleep(AGAIN[min(failures, len(AGAIN) - 1)])
        finally:
            ending.cancel()

    async def _listen(self) -> None:
        connection: asyncpg.Connection[Any] = await asyncpg.connect(
            self._dsn, timeout=PROBE_WITHIN, server_settings={"application_name": NAME}
        )
        watch_connection(connection)
        try:
            await connection.add_listener(CHANNEL, self._on_notification)
            self.listening.set()
            for gap in self._gaps:
                gap()
            while not await _lost(connection, PROBE_EVERY):
                await connection.execute("SELECT 1", timeout=PROBE_WITHIN)
        finally:
            connection.terminate()

    def _on_notification(self, _connection: Any, _pid: int, _channel: str, payload: Any) -> None:
        change = Change.read(payload)
        for order, future in self._waiting.get(change.id, ()):
            if change.order >= order and not future.done():
                future.set_result(None)
        for heard in self._heard:
            heard(change)


async def _lost(connection: "asyncpg.Connection[Any]", within: float) -> bool:
    lost = asyncio.Event()

    def tell(_: Any) -> None:
        lost.set()

    connection.add_termination_listener(tell)
    try:
        async with asyncio.timeout(within):
            return await lost.wait()
    except TimeoutError:
        return connection.is_closed()
    finally:
        connection.remove_termination_listener(tell)


async def _ended(listening: "asyncio.Task[None]") -> None:
    if not listening.done():
        listening.cancel()
    with suppress(asyncio.CancelledError):
        try:
            await listening
        except DATABASE_ERRORS as reason:
            log.warning("watch.lost", away="database", kind=type(reason).__name__)
