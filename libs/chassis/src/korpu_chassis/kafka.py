"""Kafka with safe settings: the topics, the readers, and a sender that cannot hang."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, NamedTuple

import structlog
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

DEADLINE = 8.0

log = structlog.get_logger("kafka")


class Record(NamedTuple):
    """A message as Kafka carries it, under the topic's name without the prefix."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    headers: Mapping[str, bytes]
    body: bytes | None


@dataclass(frozen=True)
class Topic:
    """A topic as the office wants it; an existing one is left as it is."""

    name: str
    partitions: int = 6
    replicas: int = 1
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kafka:
    """Where messages travel; the prefix keeps the topics and groups of test runs apart."""

    bootstrap: str
    prefix: str = ""

    def producer(self) -> AIOKafkaProducer:
        """A sender that every replica acknowledges and that keeps the order of each key."""
        sizes = {"max_batch_size": 256 * 1024, "max_request_size": 1024 * 1024}
        safe = {"acks": "all", "enable_idempotence": True, "request_timeout_ms": 5_000}
        return AIOKafkaProducer(bootstrap_servers=self.bootstrap, **safe, **sizes)

    def consumer(self, group: str | None = None, *, session_seconds: float = 20) -> AIOKafkaConsumer:
        """A reader from the beginning that never commits by itself; a dead one is missed after its session."""
        session = {
            "group_id": group and self.prefix + group,
            "session_timeout_ms": int(session_seconds * 1000),
            "heartbeat_interval_ms": int(session_seconds * 1000 / 6),
            "rebalance_timeout_ms": 10_000,
        }
        safe = {"enable_auto_commit": False, "auto_offset_reset": "earliest", "request_timeout_ms": 10_000}
        return AIOKafkaConsumer(bootstrap_servers=self.bootstrap, **safe, **session)

    def record(self, raw: Any) -> Record:
        """The client's record under our own names."""
        topic = raw.topic.removeprefix(self.prefix)
        return Record(topic, raw.partition, raw.offset, raw.key, dict(raw.headers), raw.value)

    async def create_topics(self, topics: Iterable[Topic]) -> None:
        """Create the topics that do not exist yet."""
        wanted = [
            NewTopic(self.prefix + each.name, each.partitions, each.replicas, topic_configs=dict(each.settings))
            for each in topics
        ]
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            answer = await admin.create_topics(wanted)
        finally:
            await admin.close()
        for name, code, *_ in answer.topic_errors:
            if code and for_code(code) is not TopicAlreadyExistsError:
                raise for_code(code)(name)

    async def history(self, topic: str) -> AsyncIterator[Record]:
        """Everything that a topic holds at this moment, partition by partition in order, for eyes and tests."""
        reader = self.consumer()
        reader.subscribe([self.prefix + topic])
        await reader.start()
        try:
            for partition, end in (await reader.end_offsets(reader.assignment())).items():
                while await reader.position(partition) < end:
                    for raw in (await reader.getmany(partition, timeout_ms=1_000)).get(partition, ()):
                        yield self.record(raw)
        finally:
            await reader.stop()


class Letter(NamedTuple):
    """What goes to Kafka, ready to be sent."""

    topic: str
    key: bytes | None
    headers: Sequence[tuple[str, bytes]]
    body: bytes | None


class Sender:
    """Sends under a deadline of its own: a producer that does not answer is dropped and a new one is built."""

    def __init__(self, kafka: Kafka) -> None:
        self._kafka = kafka
        self._producer: AIOKafkaProducer | None = None
        self._leaving: set[asyncio.Task[None]] = set()
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
        except (KafkaError, OSError, TimeoutError) as error:
            self.trouble = type(error).__name__
            self.drop()
        return _in_order(letters, promises)

    async def close(self) -> None:
        """Let the producer go; never waits longer than a few seconds."""
        self.drop()
        if self._leaving:
            await asyncio.wait(self._leaving, timeout=3)

    def drop(self) -> None:
        """Give up on this producer: nothing more may be expected of it, and the next send builds another."""
        if self._producer is not None:
            task = asyncio.create_task(_let_go(self._producer))
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)
            self._producer = None

    async def _hand_over(self, letters: Sequence[Letter], promises: list[asyncio.Future[Any]]) -> None:
        if self._producer is None:
            self._producer = self._kafka.producer()
            await self._producer.start()
        for each in letters:
            topic, headers = self._kafka.prefix + each.topic, list(each.headers)
            promise = await self._producer.send(topic, each.body, key=each.key, headers=headers)
            promise.add_done_callback(lambda kept: kept.cancelled() or kept.exception())
            promises.append(promise)


async def _let_go(producer: AIOKafkaProducer) -> None:
    """Close without the flush that an idempotent producer would wait for without end."""
    producer._message_accumulator.fail_all(KafkaError("let go"))  # noqa: SLF001 -- there is no public way
    try:
        await producer.stop()
    except (KafkaError, OSError):
        log.debug("producer.left_badly")


def _in_order(letters: Sequence[Letter], promises: Sequence[asyncio.Future[Any]]) -> list[bool]:
    kept, lost = [], set()
    for letter, promise in zip_longest(letters, promises):
        way = (letter.topic, letter.key)
        if promise is None or not promise.done() or promise.cancelled() or promise.exception():
            lost.add(way)
        kept.append(way not in lost)
    return kept
