"""What is asked of Kafka before anybody speaks: topics, and whether it lets somebody in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from korpu_chassis.messaging.kafka import Kafka


@dataclass(frozen=True)
class Topic:
    """A topic as the office wants it."""

    name: str
    partitions: int = 6
    replicas: int = 1
    settings: Mapping[str, str] = field(default_factory=dict)


async def create_topics(kafka: Kafka, topics: Iterable[Topic]) -> list[Topic]:
    """Create the topics that do not exist yet; gives those that were there already, as they are wanted."""
    named = {kafka.prefix + each.name: each for each in topics}
    wanted = [
        NewTopic(name, each.partitions, each.replicas, topic_configs=dict(each.settings))
        for name, each in named.items()
    ]
    admin = AIOKafkaAdminClient(**kafka.connection)
    await admin.start()
    try:
        answer = await admin.create_topics(wanted)
    finally:
        await admin.close()
    failed = {name: for_code(code) for name, code, *_ in answer.topic_errors if code}
    for name, reason in failed.items():
        if reason is not TopicAlreadyExistsError:
            raise reason(name)
    return [each for name, each in named.items() if name in failed]


async def lets_in(kafka: Kafka) -> bool:
    """Say whether Kafka lets this login in."""
    admin = AIOKafkaAdminClient(**kafka.connection)
    try:
        await admin.start()
    except KafkaError:
        return False
    finally:
        await admin.close()
    return True
