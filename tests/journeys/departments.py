"""Other departments: they read the topics with a client of their own, and know of us only what is published."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from korpu_chassis.clock import BAKU
from korpu_local.kafka import ADMINISTRATOR, Broker
from tests.journeys.patience import eventually

TOPICS = (
    "partners.organisations.v1",
    "partners.agreements.v1",
    "partners.deputyships.v1",
    "mobility.people.v1",
    "mobility.mobilities.v1",
    "mobility.opportunities.v1",
    "mobility.applications.v1",
    "mobility.enquiries.v1",
    "mobility.answer-templates.v1",
    "mobility.advice-slots.v1",
    "mobility.frequent-answers.v1",
    "mobility.selections.v1",
    "mobility.trips.v1",
    "mobility.admissions.v1",
    "mobility.learning-agreements.v1",
    "events.visits.v1",
    "events.events.v1",
    "events.action-points.v1",
    "events.resources.v1",
    "events.proposals.v1",
    "events.report-templates.v1",
    "events.reports.v1",
    "events.unit-reports.v1",
)
ANSWERS = "departments.answers.v1"


@dataclass(frozen=True, repr=False)
class Message:
    """One message as any client of Kafka gets it."""

    key: str
    headers: Mapping[str, str]
    body: bytes

    @classmethod
    def of(cls, record: "ConsumerRecord[bytes, bytes]") -> "Message":
        """The message that a record carries."""
        assert record.key is not None
        assert record.value is not None
        headers = {name: value.decode() for name, value in record.headers}
        return cls(record.key.decode(), headers, record.value)

    @property
    def raw(self) -> bytes:
        """All that it carries: key, headers and body."""
        return "\n".join((self.key, *self.headers.values())).encode() + self.body

    def __repr__(self) -> str:
        return self.fact

    @property
    def fact(self) -> str:
        """What happened: `agreement.signed`."""
        return ".".join(self.headers["ce_type"].split(".")[-3:-1])

    @property
    def day(self) -> date:
        """The day on which it happened, in Baku."""
        return datetime.fromisoformat(self.headers["ce_time"]).astimezone(BAKU).date()

    @property
    def state(self) -> dict[str, Any]:
        """The public state after it happened."""
        state: dict[str, Any] = orjson.loads(self.body)["state"]
        return state

    @property
    def change(self) -> dict[str, Any]:
        """What this fact adds."""
        change: dict[str, Any] = orjson.loads(self.body)["change"]
        return change


@dataclass(frozen=True)
class Department:
    """A department that knows the broker's address and the names of topics."""

    broker: Broker
    prefix: str

    def reads(self, topic: str) -> list[Message]:
        """Everything that was ever said on a topic, from its beginning."""
        return asyncio.run(self._history(topic))

    def about(self, topic: str, thing: Mapping[str, Any]) -> list[Message]:
        """Everything that was ever said about one thing, in order."""
        return [each for each in self.reads(topic) if each.key == bare(thing["id"])]

    def facts(self, topic: str, thing: Mapping[str, Any], until: str) -> list[str]:
        """What happened to a thing until this fact, which must come."""
        facts = eventually(lambda: [each.fact for each in self.about(topic, thing)], lambda them: until in them)
        return facts[: len(facts) - facts[::-1].index(until)]

    def hears(self, topic: str, thing: Mapping[str, Any], fact: str) -> Message:
        """The last message of this fact about a thing, which must come."""
        said = eventually(lambda: self.about(topic, thing), lambda them: any(each.fact == fact for each in them))
        return [each for each in said if each.fact == fact][-1]

    def says(self, topic: str, key: str, headers: Mapping[str, str], body: bytes, times: int = 1) -> None:
        """Send a message, or the very same one several times: an answer as who gives it, else as the administrator."""
        sender = headers["ce_source"].removeprefix("/") if topic == ANSWERS else ADMINISTRATOR
        asyncio.run(self._send(sender, topic, key, headers, body, times))

    def answers(
        self, department: str, request_id: str, answer: str, times: int = 1, version: int = 1, **more: object
    ) -> None:
        """Answer a request, as departments do on their topic; each further answer is a newer version."""
        state: dict[str, Any] = {"id": request_id, "version": version}
        state |= {"request_id": request_id, "department": department, "answer": answer, **more}
        headers = {
            "ce_specversion": "1.0",
            "ce_id": str(uuid4()),
            "ce_source": f"/{department}",
            "ce_type": f"az.edu.gdu.departments.request.{answer}.v1",
            "ce_subject": request_id,
            "ce_time": datetime.now(UTC).isoformat(),
            "content-type": "application/json",
        }
        self.says(ANSWERS, request_id, headers, orjson.dumps({"state": state, "change": {}}), times)

    def _connection(self, department: str) -> Mapping[str, Any]:
        return self.broker.kafka(user=department).connection

    async def _history(self, topic: str) -> list[Message]:
        # What could not be read lies where no department may look.
        reader = "pr" if topic.endswith(".v1") else ADMINISTRATOR
        consumer = AIOKafkaConsumer(
            f"{self.prefix}{topic}", **self._connection(reader), group_id=None, auto_offset_reset="earliest"
        )
        await consumer.start()
        try:
            ends = await consumer.end_offsets(consumer.assignment())
            return [Message.of(each) async for each in _until(consumer, ends)]
        finally:
            await consumer.stop()

    async def _send(
        self, sender: str, topic: str, key: str, headers: Mapping[str, str], body: bytes, times: int
    ) -> None:
        producer = AIOKafkaProducer(**self._connection(sender))
        await producer.start()
        try:
            carried = [(name, value.encode()) for name, value in headers.items()]
            for _ in range(times):
                await producer.send_and_wait(f"{self.prefix}{topic}", body, key.encode(), headers=carried)
        finally:
            await producer.stop()


async def _until(consumer: Any, ends: Mapping[TopicPartition, int]) -> AsyncIterator[Any]:
    waiting = {partition for partition, end in ends.items() if end}
    while waiting:
        for partition, records in (await consumer.getmany(timeout_ms=1000)).items():
            for record in records:
                yield record
            if await consumer.position(partition) >= ends[partition]:
                waiting.discard(partition)


def bare(global_id: str) -> str:
    """The id by which services and topics know a thing: `agreement:0192…` without the kind."""
    return global_id.rpartition(":")[2]
