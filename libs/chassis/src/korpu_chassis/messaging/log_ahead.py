"""Whether Kafka holds what this database does not: then it was restored to an earlier moment, and nobody said so."""

import asyncio
from collections.abc import Sequence
from typing import Any, NamedTuple

from aiokafka import TopicPartition

from korpu_chassis.messaging.envelope import Incoming, Unreadable, read
from korpu_chassis.messaging.kafka import DEADLINE, Kafka, Record
from korpu_chassis.messaging.kafka_ends import looking

_KNOWN = """
    SELECT $4 < (SELECT coalesce(max(number), 0) FROM epoch)
        OR EXISTS (SELECT FROM outbox WHERE id = $1)
        OR EXISTS (SELECT FROM audit WHERE aggregate_id = $2 AND version = $3 AND at = $5)
"""
_SENT = "SELECT DISTINCT topic FROM outbox WHERE sent_at IS NOT NULL AND topic = ANY($1)"


class Compared(NamedTuple):
    """Messages of our own that our database does not know, and topics that have lost all that was sent."""

    unknown: list[Incoming]
    lost: list[str]


async def compare(connection: Any, kafka: Kafka, topics: Sequence[str]) -> Compared:
    """Compare the ends of these topics with the outbox; raises OSError or KafkaError when Kafka is away.

    Of each partition the last message is enough: what a database of an earlier moment knows is a beginning of the log.
    """
    if not topics:
        return Compared([], [])
    async with asyncio.timeout(2 * DEADLINE):
        ends = await _ends(kafka, topics)
    ours = [message for record in ends if (message := _ours(record))]
    unknown = [each for each in ours if not await _is_known(connection, each)]
    sent = {row["topic"] for row in await connection.fetch(_SENT, list(topics))}
    return Compared(unknown, sorted(sent - {record.topic for record in ends}))


async def _is_known(connection: Any, message: Incoming) -> bool:
    names = (message.id, message.subject, message.version, message.epoch, message.time)
    return bool(await connection.fetchval(_KNOWN, *names))


def _ours(record: Record) -> Incoming | None:
    try:
        message = read(record)
    except Unreadable:
        return None
    return message if message.attributes["source"] == "/" + record.topic.partition(".")[0] else None


async def _ends(kafka: Kafka, topics: Sequence[str]) -> list[Record]:
    """The last record of each partition that holds one."""
    async with looking(kafka, topics) as (client, parts):
        if not parts:
            return []
        begins, ends = await client.beginning_offsets(parts), await client.end_offsets(parts)
        wanted = {each for each in parts if ends[each] > begins[each]}
        client.pause(*(each for each in parts if each not in wanted))
        for each in wanted:
            client.seek(each, ends[each] - 1)
        found: dict[TopicPartition, Record] = {}
        while wanted - set(found):
            for each, raws in (await client.getmany(timeout_ms=500)).items():
                if each not in found and raws and raws[0].offset >= ends[each] - 1:
                    found[each] = kafka.record(raws[0])
        return list(found.values())
