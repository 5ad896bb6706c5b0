"""Kafka with safe settings: a sender and a reader that cannot hang."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Container, Coroutine, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any, NamedTuple

import structlog
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import KafkaError

from korpu_chassis.configuration.kafka_login import Login
from korpu_chassis.messaging.kafka_headers import read_any_names

DEADLINE = 8.0
JOINING = 30.0
LEAVING = 3.0
FULLER = 0.02
SILENCE = 10.0

log = structlog.get_logger("kafka")
read_any_names()

Place = tuple[str, int]


class Record(NamedTuple):
    """A message as Kafka carries it, under the topic's name without the prefix.

    A header's name that is not UTF-8 has lone surrogates in place of its bytes (PEP 383).
    """

    topic: str
    partition: int
    offset: int
    key: bytes | None
    headers: Mapping[str, bytes]
    body: bytes | None


class Letter(NamedTuple):
    """What goes to Kafka, ready to be sent."""

    topic: str
    key: bytes | None
    headers: Sequence[tuple[str, bytes]]
    body: bytes | None


@dataclass(frozen=True)
class Kafka:
    """Where messages travel and who speaks; the prefix keeps the topics and groups of test runs apart."""

    bootstrap: str
    prefix: str = ""
    login: Login | None = None

    @cached_property
    def connection(self) -> Mapping[str, Any]:
        """What every client is told about the way there."""
        return {"bootstrap_servers": self.bootstrap, **(self.login.options() if self.login else {})}

    def producer(self) -> AIOKafkaProducer:
        """A sender that every replica acknowledges and that keeps the order of each key."""
        sizes = {"max_batch_size": 256 * 1024, "max_request_size": 1024 * 1024}
        safe = {"acks": "all", "enable_idempotence": True, "request_timeout_ms": 5_000, "retry_backoff_ms": 300}
        return AIOKafkaProducer(**self.connection, **safe, **sizes)

    def consumer(self, group: str | None = None, *, session_seconds: float = 20) -> AIOKafkaConsumer:
        """A reader from the beginning that never commits by itself; a dead one is missed after its session."""
        session = {
            "group_id": group and self.prefix + group,
            "session_timeout_ms": int(session_seconds * 1000),
            "heartbeat_interval_ms": int(session_seconds * 1000 / 6),
            "rebalance_timeout_ms": 10_000,
        }
        safe = {"enable_auto_commit": False, "auto_offset_reset": "earliest"}
        calm = {"request_timeout_ms": 10_000, "retry_backoff_ms": 300}
        return AIOKafkaConsumer(**self.connection, **safe, **calm, **session)

    def record(self, raw: Any) -> Record:
        """The client's record under our own names."""
        where = raw.topic.removeprefix(self.prefix), raw.partition, raw.offset
        return Record(*where, raw.key, dict(raw.headers), raw.value)


class Sender:
    """Sends under a deadline of its own: a producer that does not answer is dropped and a new one is built."""

    def __init__(self, kafka: Kafka) -> None:
        self._kafka = kafka
        self._producer: AIOKafkaProducer | None = None
        self.trouble: str | None = None

    async def send(self, letters: Sequence[Letter]) -> list[bool]:
        """Send in this order, and tell which letters are acknowledged with all before them of the same key."""
        promises: list[asyncio.Future[Any]] = []
        self.trouble = None
        try:
            async with asyncio.timeout(DEADLINE):
                await self._hand_over(letters, promises)
                done, _ = await asyncio.wait(promises, return_when=asyncio.FIRST_EXCEPTION)
            for promise in done:
                promise.result()
        except (KafkaError, OSError) as error:
            self.trouble = type(error).__name__
            await self.drop()
        return _in_order(letters, promises)

    async def drop(self) -> None:
        """Give up on this producer: nothing more may be expected of it, and the next send builds another."""
        if self._producer is not None:
            producer, self._producer = self._producer, None
            # An idempotent producer would wait without end for what it holds; there is no public way to end that.
            producer._message_accumulator.fail_all(KafkaError("dropped"))  # noqa: SLF001
            await depart(producer.stop())

    async def _hand_over(self, letters: Sequence[Letter], promises: list[asyncio.Future[Any]]) -> None:
        if self._producer is None:
            self._producer = self._kafka.producer()
            await self._producer.start()
        for each in letters:
            topic, headers = self._kafka.prefix + each.topic, list(each.headers)
            promise = await self._producer.send(topic, each.body, key=each.key, headers=headers)
            promise.add_done_callback(lambda kept: kept.cancelled() or kept.exception())
            promises.append(promise)


def _in_order(letters: Sequence[Letter], promises: Sequence[asyncio.Future[Any]]) -> list[bool]:
    kept, lost = [], set()
    for letter, promise in zip_longest(letters, promises):
        way = (letter.topic, letter.key)
        if promise is None or not promise.done() or promise.cancelled() or promise.exception():
            lost.add(way)
        kept.append(way not in lost)
    return kept


class Starved(OSError):
    """The client gives nothing although there is something: another one may."""


class Reader(ConsumerRebalanceListener):  # type: ignore[misc]
    """One member of a group; it reads no partition before it has been told from where.

    A client that gives nothing for a while, and then none of what Kafka has said to be there, ends with `Starved`.
    """

    def __init__(self, kafka: Kafka, group: str, topics: Sequence[str], session_seconds: float) -> None:
        self.places: dict[Place, int] = {}
        self.halted: set[Place] = set()
        self._ends: dict[TopicPartition, int] = {}
        self._silent_since = time.monotonic()
        self._kafka = kafka
        self._client = kafka.consumer(group, session_seconds=session_seconds)
        self._client.subscribe([kafka.prefix + topic for topic in topics], listener=self)

    async def join(self, stop: asyncio.Event) -> None:
        """Wait for a share of the partitions, but not for ever and not past the order to stop."""
        begun, told = asyncio.ensure_future(self._client.start()), asyncio.ensure_future(stop.wait())
        await asyncio.wait({begun, told}, timeout=JOINING, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if not begun.done():
            begun.cancel()
            await asyncio.wait({begun}, timeout=1)
            if not stop.is_set():
                raise TimeoutError
        elif failure := begun.exception():
            raise failure

    async def look_up(self, find: Callable[[Iterable[Place]], Awaitable[dict[Place, int]]]) -> None:
        """Go to the stored offset of every partition that has just been given."""
        places = self.places
        known = places.keys() | self.halted
        missing = [each for each in self._client.assignment() if self._place(each) not in known]
        found = await find([self._place(each) for each in missing]) if missing else {}
        for each in missing:
            if self.places is places and each in self._client.assignment():
                places[self._place(each)] = found[self._place(each)]
                self._client.seek(each, found[self._place(each)])
                self._client.resume(each)

    async def next(self, most: int, seconds: float) -> tuple[list[Record], dict[Place, int]]:
        """Wait for some records, and give them with the places from which their partitions are read.

        When more are known to be there, a moment is spent on a fuller batch, since then nobody waits for the first.
        """
        found = await self._fetch(most, seconds)
        await self._make_sure(found)
        while found and len(found) < most and self._more_than(found):
            if not (more := await self._fetch(most - len(found), FULLER)):
                break
            found += more
        return [record for record in found if record[:2] in self.places], self.places

    async def _fetch(self, most: int, seconds: float) -> list[Record]:
        found = await self._client.getmany(timeout_ms=int(seconds * 1000), max_records=most)
        return [self._kafka.record(raw) for raws in found.values() for raw in raws]

    async def _make_sure(self, found: Sequence[Record]) -> None:
        if found:
            self._silent_since, self._ends = time.monotonic(), {}
        elif time.monotonic() > self._silent_since + SILENCE:
            mine = [each for each in self._client.assignment() if self._place(each) in self.places]
            if any([await self._client.position(each) < self._ends.get(each, 0) for each in mine]):
                raise Starved
            self._ends = await self._client.end_offsets(mine) if mine else {}
            self._silent_since = time.monotonic()

    def _more_than(self, found: Sequence[Record]) -> bool:
        here = self.places | {record[:2]: record.offset + 1 for record in found}
        ends = ((self._place(each), self._client.highwater(each)) for each in self._client.assignment())
        return any(end is not None and end > here.get(place, end) for place, end in ends)

    def forget(self) -> None:
        """Read nothing more until the places have been looked up again."""
        self.on_partitions_assigned(self._client.assignment())

    def halt(self, place: Place) -> None:
        """Read nothing more of this partition."""
        for each in self._client.assignment():
            if self._place(each) == place and place in self.places:
                self._client.pause(each)
                del self.places[place]
                self.halted.add(place)

    def go_on(self, standing: Container[Place]) -> None:
        """Read on where nothing stands in the way any more."""
        self.halted = {place for place in self.halted if place in standing}

    def behind(self) -> Iterator[tuple[Place, int]]:
        """How many records of each partition are still to be read, as far as is known."""
        for each in self._client.assignment():
            end, here = self._client.highwater(each), self.places.get(self._place(each))
            if end is not None and here is not None:
                yield self._place(each), max(0, end - here)

    async def leave(self) -> None:
        """Leave the group, so that others need not wait to take over."""
        await depart(self._client.stop())

    def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:  # noqa: ARG002 -- all are given anew
        """Forget every place: the next share may be another one."""
        self.places, self.halted = {}, set()

    def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Wait with these until their places are known."""
        self.places, self.halted = {}, set()
        self._client.pause(*assigned)

    def _place(self, each: TopicPartition) -> Place:
        return each.topic.removeprefix(self._kafka.prefix), each.partition


_leaving: set[asyncio.Task[None]] = set()


async def depart(closing: Coroutine[Any, Any, None]) -> None:
    """Let a client close; one that waits for a frozen broker goes on closing by itself."""
    task = asyncio.create_task(closing)
    _leaving.add(task)
    task.add_done_callback(_gone)
    await asyncio.wait({task}, timeout=LEAVING)


def _gone(task: asyncio.Task[None]) -> None:
    _leaving.discard(task)
    if not task.cancelled() and task.exception():
        log.debug("client.left_badly", why=type(task.exception()).__name__)
