"""Hearing: every message has its effect once, whatever is killed, frozen, repeated, shuffled or unreadable."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import NamedTuple

import asyncpg
import prometheus_client as prometheus
import structlog
from aiokafka.errors import KafkaError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.kafka import Kafka, Letter, Place, Reader, Record, Sender
from korpu_chassis.ledger import Fenced, Ledger
from korpu_chassis.messages import Incoming, Unreadable, read
from korpu_chassis.relay import Report
from korpu_chassis.telemetry import continuing, described, telling

PATIENCE = 60.0
BREATH = 0.5
TRIALS = 100

Handler = Callable[[Sequence[Incoming], AsyncSession], Awaitable[None]]
Transaction = Callable[[], AbstractAsyncContextManager[AsyncSession]]

_STILL_GOOD = text("SELECT 1")

log = structlog.get_logger("consumer")
handled = prometheus.Counter("korpu_consumer_handled_total", "Messages whose effect was committed.", ["group", "topic"])
repeated = prometheus.Counter("korpu_consumer_repeated_total", "Messages heard before and passed over.", ["group"])
skipped = prometheus.Counter("korpu_consumer_skipped_total", "Messages of a type nobody knows.", ["group", "topic"])
dead = prometheus.Counter("korpu_consumer_dead_total", "Messages that could not be read.", ["group", "topic"])
parked = prometheus.Gauge("korpu_consumer_parked", "Messages that wait to be tried again.", ["group"])
lag = prometheus.Gauge("korpu_consumer_lag", "Messages not yet heard.", ["group", "topic", "partition"])


class TooManyDead(Exception):
    """So many messages in a row cannot be read that the fault is more likely the reader's: nothing more is dropped."""


class _Away(Exception):
    """The database or Kafka does not answer now; the same work will do later."""


class _Poison(Exception):
    """The work fails, and not because something is away."""


class _Entry(NamedTuple):
    """A record as it was read: a message, or the fault that makes it dead, or neither when nobody knows its type."""

    record: Record
    message: Incoming | None = None
    fault: str | None = None


@dataclass
class Consumer:
    """One process of a group of readers; several share the partitions, and each message counts once.

    The handler gets a batch in the order of each key, in the transaction that also stores the offset; it neither
    commits nor catches. When it fails, the batch is halved until the failing message stands alone: that one is put
    aside, with all that follow under its key, and tried again in order.
    """

    kafka: Kafka
    group: str
    topics: Sequence[str]
    handler: Handler
    transaction: Transaction
    knows: Callable[[str], bool] = lambda name: name.endswith(".v1")
    reads: Callable[[Record], Incoming] = read
    batch: int = 500
    tolerated: int = 5
    session_seconds: float = 20
    report: Report = lambda _: None

    def __post_init__(self) -> None:
        self._ledger = Ledger(self.group)
        self._sender = Sender(self.kafka)
        self._dead_in_a_row: Counter[Place] = Counter()
        self._next_trial = 0.0
        self._trouble: str | None = None

    async def forever(self, stop: asyncio.Event) -> None:
        """Hear until told to stop; what has been begun is finished."""
        try:
            while not stop.is_set():
                try:
                    await self._listen(stop)
                except (KafkaError, OSError) as error:
                    self._tell(f"no Kafka: {described(error)}")
                    await asyncio.sleep(BREATH)
        except TooManyDead:
            self._tell("too many messages in a row cannot be read")
            log.error("consumer.stopped", group=self.group, tolerated=self.tolerated)  # noqa: TRY400 -- no trace
            await stop.wait()
        finally:
            await self._sender.drop()

    async def _listen(self, stop: asyncio.Event) -> None:
        reader = Reader(self.kafka, self.group, self.topics, self.session_seconds)
        try:
            await reader.join(stop)
            while not stop.is_set():
                try:
                    await self._round(reader)
                    self._tell(None)
                except (Fenced, _Away) as trouble:
                    reader.forget()
                    self._dead_in_a_row.clear()
                    self._tell(str(trouble) or "fenced")
                    await reader.next(1, BREATH)
        finally:
            await reader.leave()

    async def _round(self, reader: Reader) -> None:
        await reader.look_up(self._find)
        if time.monotonic() > self._next_trial:
            await self._try_again(reader.places)
            for (topic, partition), behind in reader.behind():
                lag.labels(self.group, topic, partition).set(behind)
            self._next_trial = time.monotonic() + 1
        records, places = await reader.next(self.batch, BREATH)
        if records:
            await self._take(records, places)

    async def _find(self, wanted: Iterable[Place]) -> dict[Place, int]:
        async with self._open() as session:
            return await self._ledger.places(session, wanted)

    async def _take(self, records: Sequence[Record], places: dict[Place, int]) -> None:
        entries, too_many = self._read(records)
        await self._bury([entry for entry in entries if entry.fault])
        if entries:
            await self._handle(entries, places)
        if too_many:
            raise TooManyDead

    def _read(self, records: Sequence[Record]) -> tuple[list[_Entry], bool]:
        entries, ended = [], set()
        for record in records:
            place, entry = record[:2], self._entry(record)
            self._dead_in_a_row[place] = self._dead_in_a_row[place] + 1 if entry.fault else 0
            if self._dead_in_a_row[place] > self.tolerated:
                ended.add(place)
            if place not in ended:
                entries.append(entry)
        return entries, bool(ended)

    def _entry(self, record: Record) -> _Entry:
        try:
            message = self.reads(record)
        except Unreadable as fault:
            return _Entry(record, fault=str(fault) or "unreadable")
        if self.knows(message.type):
            return _Entry(record, message)
        skipped.labels(self.group, record.topic).inc()
        return _Entry(record)

    async def _bury(self, entries: Sequence[_Entry]) -> None:
        """Send what cannot be read to the dead letters, with the place where it was found and the reason."""
        if not entries:
            return
        if not all(await self._sender.send([_epitaph(f"{self.group}.dead", entry) for entry in entries])):
            raise _Away(f"dead letters are not acknowledged: {self._sender.trouble}")
        for record, _, fault in entries:
            dead.labels(self.group, record.topic).inc()
            log.warning("message.died", topic=record.topic, partition=record.partition, offset=record.offset, why=fault)

    async def _handle(self, entries: Sequence[_Entry], places: dict[Place, int]) -> None:
        try:
            await self._commit(entries, places)
        except _Poison as poison:
            if len(entries) == 1:
                log.warning("message.parked", topic=entries[0].record.topic, why=str(poison))
                await self._commit(entries, places, aside=str(poison))
                return
            middle = len(entries) // 2
            await self._handle(entries[:middle], places)
            await self._handle(entries[middle:], places)

    async def _commit(self, entries: Sequence[_Entry], places: dict[Place, int], aside: str | None = None) -> None:
        moves = {entry.record[:2]: (places[entry.record[:2]], entry.record.offset + 1) for entry in entries}
        async with self._open() as session:
            await self._ledger.move(session, moves)
            heard = [entry for entry in entries if entry.message]
            fresh = await self._effects(session, heard, aside) if heard else []
        places.update({place: there for place, (_, there) in moves.items()})
        for message in fresh:
            handled.labels(self.group, message.topic).inc()

    async def _effects(self, session: AsyncSession, entries: Sequence[_Entry], aside: str | None) -> list[Incoming]:
        messages = [entry.message for entry in entries if entry.message]
        waiting = await self._ledger.waiting_keys(session, {message.key for message in messages})
        behind = [message for message in messages if aside or (message.topic, message.key) in waiting]
        places = {(message.topic, message.partition, message.offset) for message in behind}
        late = [entry.record for entry in entries if entry.record[:3] in places]
        await self._ledger.park(session, late, aside or "an earlier message of its key waits")
        now = [message for message in messages if (message.topic, message.partition, message.offset) not in places]
        fresh = await self._ledger.hear(session, now)
        repeated.labels(self.group).inc(len(now) - len(fresh))
        await self._have_effect(session, fresh)
        return fresh

    async def _have_effect(self, session: AsyncSession, fresh: Sequence[Incoming]) -> None:
        if len(fresh) == 1:
            trace = {"traceparent": fresh[0].attributes.get("traceparent", "")}
            with continuing(trace), telling(correlation_id=str(fresh[0].correlation_id)):
                await self.handler(fresh, session)
        elif fresh:
            await self.handler(fresh, session)
        # A handler may have hidden a failed statement, and then PostgreSQL answers COMMIT with a silent rollback.
        await session.execute(_STILL_GOOD)

    async def _try_again(self, places: dict[Place, int]) -> None:
        trials = 0
        while places and trials < TRIALS and await self._try_one(places):
            trials += 1
        async with self._open() as session:
            parked.labels(self.group).set(await self._ledger.put_aside(session))

    async def _try_one(self, places: Iterable[Place]) -> bool:
        found: tuple[Record, int] | None = None
        try:
            async with self._open() as session:
                found = await self._ledger.due(session, places)
                if found is None:
                    return False
                await self._have_effect(session, await self._ledger.hear(session, [self.reads(found[0])]))
                await self._ledger.release(session, found[0])
            log.info("message.unparked", topic=found[0].topic, trials=found[1])
        except _Poison as poison:
            if found is None:
                raise
            async with self._open() as session:
                await self._ledger.postpone(session, *found, str(poison))
        return True

    @asynccontextmanager
    async def _open(self) -> AsyncIterator[AsyncSession]:
        try:
            async with asyncio.timeout(PATIENCE), self.transaction() as session:
                yield session
        except Fenced:
            raise
        except Exception as error:
            raise (_Away if _is_away(error) else _Poison)(described(error)) from error

    def _tell(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.report(trouble)
            if trouble:
                log.warning("consumer.interrupted", group=self.group, why=trouble)
            else:
                log.info("consumer.resumed", group=self.group)


def _is_away(error: BaseException) -> bool:
    """Whether the database is away, overfull or ended our session: by its codes, since a rule's failure is not that."""
    state = getattr(getattr(error, "orig", None) or error, "sqlstate", None) or ""
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    gone = isinstance(error, OSError | PoolTimeout | asyncpg.InterfaceError)
    return lost or gone or state.startswith(("08", "40", "53", "57P", "25P03", "55P03"))


def _epitaph(topic: str, entry: _Entry) -> Letter:
    record = entry.record
    found = {"topic": record.topic, "partition": record.partition, "offset": record.offset, "error": entry.fault}
    headers = [(f"dead_{name}", str(value).encode()) for name, value in found.items()]
    return Letter(topic, record.key, [*record.headers.items(), *headers], record.body)
