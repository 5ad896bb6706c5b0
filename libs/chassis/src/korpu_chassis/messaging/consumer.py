"""Hearing: every message has its effect once, whatever is killed, frozen, repeated, shuffled or unreadable."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import prometheus_client as prometheus
import structlog
from aiokafka.errors import KafkaError
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.database.availability import condition_of
from korpu_chassis.messaging.envelope import Incoming, Unreadable, read
from korpu_chassis.messaging.inbox import Fenced, Inbox
from korpu_chassis.messaging.intake import Early, Entry, Handler, Intake, OwnedTopics
from korpu_chassis.messaging.kafka import Kafka, Letter, Place, Reader, Record, Sender
from korpu_chassis.messaging.kafka_headers import shown
from korpu_chassis.messaging.parking import Parking, Reason
from korpu_chassis.messaging.relay import Report
from korpu_chassis.observability.telemetry import described, telling
from korpu_chassis.observability.tracing import continuing, trace_id_of

PATIENCE = 60.0
BREATH = 0.5
TRIALS = 100

Transaction = Callable[[], AbstractAsyncContextManager[AsyncSession]]

log = structlog.get_logger("consumer")
handled = prometheus.Counter("korpu_consumer_handled_total", "Messages whose effect was committed.", ["group", "topic"])
dead = prometheus.Counter("korpu_consumer_dead_total", "Messages that could not be read.", ["group", "topic"])
parked = prometheus.Gauge("korpu_consumer_parked", "Messages that wait to be tried again.", ["group"])
stuck = prometheus.Gauge("korpu_consumer_stuck", "Parked messages that no repetition has helped.", ["group"])
standing = prometheus.Gauge("korpu_consumer_standing", "Partitions that wait at an unreadable record.", ["group"])
lag = prometheus.Gauge("korpu_consumer_lag", "Messages not yet heard.", ["group", "topic", "partition"])


class _Away(Exception):
    """The database or Kafka does not answer now; the same work will do later."""


class _Poison(Exception):
    """The work fails, and not because something is away."""


@dataclass
class Consumer:
    """One process of a group of readers; several share the partitions, and each message counts once.

    The handler gets a batch in the order of each key, in the transaction that also stores the offset; it neither
    commits nor catches. When it fails, the batch is halved until the failing message stands alone: that one is put
    aside, with all that follow under its key, and tried again in order. What cannot be read waits too: by its key, or
    the whole partition where no key can be read; nothing is passed over until somebody decides so.
    """

    kafka: Kafka
    group: str
    topics: Sequence[str]
    handler: Handler
    transaction: Transaction
    knows: Callable[[str], bool] = lambda name: name.endswith(".v1")
    reads: Callable[[Record], Incoming] = read
    batch: int = 500
    session_seconds: float = 20
    report: Report = lambda _: None
    report_parked: Report = lambda _: None
    intake: Intake | None = None
    dead_letters: bool = True

    def __post_init__(self) -> None:
        self._ledger = Inbox(self.group)
        self._parking = Parking(self.group)
        self._intake = self.intake or OwnedTopics(self.group, self.handler, self.reads, self.knows)
        self._sender = Sender(self.kafka)
        self._next_trial = 0.0
        self._trouble: str | None = None

    async def forever(self, stop: asyncio.Event) -> None:
        """Hear until told to stop; what has been begun is finished."""
        try:
            while not stop.is_set():
                try:
                    await self._listen(stop)
                except (KafkaError, OSError) as error:
                    self._tell(f"no Kafka: {described(error)}", "kafka")
                    await asyncio.sleep(BREATH)
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
                except (Fenced, _Away, _Poison) as trouble:
                    reader.forget()
                    self._tell(str(trouble) or "fenced", "database" if isinstance(trouble, _Away) else None)
                    await reader.next(1, BREATH)
        finally:
            await reader.leave()

    async def _round(self, reader: Reader) -> None:
        await reader.look_up(self._find)
        if time.monotonic() > self._next_trial:
            await self._try_again(reader)
            for (topic, partition), behind in reader.behind():
                lag.labels(self.group, topic, partition).set(behind)
            self._next_trial = time.monotonic() + 1
        records, places = await reader.next(self.batch, BREATH)
        if records:
            await self._take(records, places, reader)

    async def _find(self, wanted: Iterable[Place]) -> dict[Place, int]:
        async with self._open() as session:
            return await self._ledger.places(session, wanted)

    async def _take(self, records: Sequence[Record], places: dict[Place, int], reader: Reader) -> None:
        entries: list[Entry] = []
        halted: set[Place] = set()
        for record in records:
            if record[:2] not in halted:
                entries.append(entry := self._intake.entry(record))
                halted |= {record[:2]} if entry.halts else set()
        await self._handle(entries, places)
        for place in halted:
            reader.halt(place)
        if self.dead_letters:
            await self._bury([entry for entry in entries if entry.fault])

    async def _bury(self, entries: Sequence[Entry]) -> None:
        """Send a copy of what cannot be read to the dead letters, with its place and the reason; the record is kept."""
        for record, _, fault, *_ in entries:
            dead.labels(self.group, record.topic).inc()
            where = {"topic": record.topic, "partition": record.partition, "offset": record.offset}
            log.warning("message.unreadable", group=self.group, **where, why=fault)
        letters = [_epitaph(f"{self.group}.dead", entry) for entry in entries]
        if letters and not all(await self._sender.send(letters)):
            log.warning("dead_letters.not_sent", away="kafka", group=self.group, why=self._sender.trouble)

    async def _handle(self, entries: Sequence[Entry], places: dict[Place, int]) -> None:
        try:
            await self._commit(entries, places)
        except _Poison as poison:
            if len(entries) == 1:
                log.warning("message.parked", group=self.group, topic=entries[0].record.topic, why=str(poison))
                await self._commit(entries, places, failed=str(poison))
                return
            middle = len(entries) // 2
            await self._handle(entries[:middle], places)
            await self._handle(entries[middle:], places)

    async def _commit(self, entries: Sequence[Entry], places: dict[Place, int], failed: str | None = None) -> None:
        ends = {entry.record[:2]: entry.record.offset + (not entry.halts) for entry in entries}
        moves = {place: (places[place], there) for place, there in ends.items()}
        async with self._open() as session:
            await self._ledger.move(session, moves)
            fresh = await self._intake.effects(session, entries, failed)
        places.update(ends)
        self._log(fresh)

    def _log(self, fresh: Sequence[Incoming]) -> None:
        """Say what has had its effect: one line for one message, and one for a batch, with all its traces."""
        for message in fresh:
            handled.labels(self.group, message.topic).inc()
        match fresh:
            case [message]:
                with continuing(message.trace), telling(correlation_id=str(message.correlation_id)):
                    log.info("message.handled", group=self.group, topic=message.topic, type=message.type)
            case [_, *_]:
                traces = sorted({found for each in fresh if (found := trace_id_of(each.attributes.get("traceparent")))})
                log.info("messages.handled", group=self.group, messages=len(fresh), trace_ids=traces)

    async def _try_again(self, reader: Reader) -> None:
        trials = 0
        mine = [*reader.places, *reader.halted]
        while mine and trials < TRIALS and await self._try_one(mine):
            trials += 1
        async with self._open() as session:
            waiting = await self._parking.waiting(session)
            still = await self._parking.standing(session)
        reader.go_on(still)
        parked.labels(self.group).set(waiting.records)
        stuck.labels(self.group).set(waiting.stuck)
        standing.labels(self.group).set(waiting.partitions)
        self.report_parked(f"{self.group}: {waiting}" if waiting.stuck else None)

    async def _try_one(self, places: Iterable[Place]) -> bool:
        found: tuple[Record, int] | None = None
        try:
            async with self._open() as session:
                found = await self._parking.due(session, places)
                if found is None:
                    return False
                await self._intake.again(session, found[0])
                await self._parking.release(session, found[0])
            log.info("message.unparked", group=self.group, topic=found[0].topic, trials=found[1])
        except _Poison as poison:
            if found is None:
                raise
            async with self._open() as session:
                await self._parking.postpone(session, *found, *_why(poison))
        return True

    @asynccontextmanager
    async def _open(self) -> AsyncIterator[AsyncSession]:
        try:
            async with asyncio.timeout(PATIENCE), self.transaction() as session:
                yield session
        except Fenced:
            raise
        except Exception as error:
            raise (_Away if condition_of(error) else _Poison)(described(error)) from error

    def _tell(self, trouble: str | None, away: str | None = None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.report(trouble)
            if trouble:
                log.warning("consumer.interrupted", group=self.group, why=trouble, away=away)
            else:
                log.info("consumer.resumed", group=self.group)


def _why(poison: _Poison) -> tuple[Reason, str]:
    match poison.__cause__:
        case Unreadable() as fault:
            return Reason.UNREADABLE, str(fault)
        case Early() as early:
            return Reason.GAP, str(early)
    return Reason.FAILED, str(poison)


def _epitaph(topic: str, entry: Entry) -> Letter:
    record = entry.record
    found = {"topic": record.topic, "partition": record.partition, "offset": record.offset, "error": entry.fault}
    headers = [(f"dead_{name}", str(value).encode()) for name, value in found.items()]
    kept = [(shown(name), value) for name, value in record.headers.items()]
    return Letter(topic, record.key, [*kept, *headers], record.body)
