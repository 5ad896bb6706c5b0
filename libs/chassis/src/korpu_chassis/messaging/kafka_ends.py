"""Where topics end now: a look at Kafka by a reader of no group, which leaves no trace."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.partitioner import murmur2

from korpu_chassis.messaging.kafka import DEADLINE, Kafka, depart


@asynccontextmanager
async def looking(kafka: Kafka, topics: Sequence[str]) -> AsyncIterator[tuple[AIOKafkaConsumer, list[TopicPartition]]]:
    """A client and all partitions of those of these topics that there are."""
    client = kafka.consumer()
    try:
        await client.start()
        names = {kafka.prefix + topic for topic in topics} & set(await client.topics())
        if names:
            client.subscribe(sorted(names))
        while {each.topic for each in client.assignment()} < names:  # noqa: ASYNC110 -- the client tells nobody
            await asyncio.sleep(0.02)
        yield client, list(client.assignment())
    finally:
        await depart(client.stop())


async def ends_of(kafka: Kafka, topics: Sequence[str]) -> dict[str, list[int]]:
    """The offset at which each partition of these topics ends, in their order; a topic that is not there is left out.

    Raises KafkaError, OSError or TimeoutError when Kafka is away.
    """
    found: dict[str, list[int]] = {}
    async with asyncio.timeout(2 * DEADLINE), looking(kafka, topics) as (client, parts):
        ends = await client.end_offsets(parts) if parts else {}
        for each in sorted(parts):
            found.setdefault(each.topic.removeprefix(kafka.prefix), []).append(ends[each])
    return found


def partition_of(key: str, partitions: int) -> int:
    """The partition on which a key stands among so many: the one that every producer's usual choice gives."""
    return int((murmur2(key.encode()) & 0x7FFFFFFF) % partitions)
