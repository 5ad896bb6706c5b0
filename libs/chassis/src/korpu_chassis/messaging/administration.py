"""What is asked of Kafka before anybody speaks: topics, and whether it lets somebody in."""

import logging
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, SaslAuthenticationFailed, TopicAlreadyExistsError, for_code

from korpu_chassis.messaging.kafka import Kafka

_asking: ContextVar[bool] = ContextVar("asking", default=False)


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
    """Say whether Kafka lets this login in; that it does not is an answer, and no error in the log."""
    admin = AIOKafkaAdminClient(**kafka.connection)
    token = _asking.set(True)
    try:
        await admin.start()
    except KafkaError:
        return False
    finally:
        _asking.reset(token)
        await admin.close()
    return True


def _is_no_answer(record: logging.LogRecord) -> bool:
    return not (_asking.get() and SaslAuthenticationFailed.__name__ in record.getMessage())


logging.getLogger("aiokafka").addFilter(_is_no_answer)
