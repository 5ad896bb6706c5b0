"""The job of the topics makes what is missing, and brings what is there to what is declared."""

from asyncio import to_thread
from collections.abc import Mapping

import pytest
from confluent_kafka.admin import AlterConfigOpType, ConfigEntry, ConfigResource, ResourceType

from korpu_chassis.messaging.kafka import Kafka
from korpu_local.kafka import Broker
from korpu_local.principals import PATIENCE, administrator
from korpu_local.topic_settings import agree
from korpu_local.topics import create_topics, wanted_topics
from tests.chassis.wire import until
from tests.conftest import Topics

AGREEMENTS, ANSWERS = "partners.agreements.v1", "departments.answers.v1"
BEFORE = {"compression.type": "producer", "retention.ms": "604800000"}
[DECLARED] = [dict(each.settings) for each in wanted_topics() if each.name == AGREEMENTS]
BY_HAND = {"segment.ms": "86400000"}


def set_by_hand(kafka: Kafka, topic: str, settings: dict[str, str]) -> None:
    entries = [ConfigEntry(*each, incremental_operation=AlterConfigOpType.SET) for each in settings.items()]
    asked = [ConfigResource(ResourceType.TOPIC, kafka.prefix + topic, incremental_configs=entries)]
    admin = administrator(kafka)
    [done] = admin.incremental_alter_configs(asked, request_timeout=PATIENCE).values()
    done.result()


def settings_of(kafka: Kafka, topic: str) -> dict[str, str | None]:
    asked = [ConfigResource(ResourceType.TOPIC, kafka.prefix + topic)]
    admin = administrator(kafka)
    [told] = admin.describe_configs(asked, request_timeout=PATIENCE).values()
    return {name: each.value for name, each in told.result().items()}


async def has(kafka: Kafka, topic: str, wanted: Mapping[str, str]) -> None:
    """Wait until the broker shows these settings: it hears of a change a moment later."""

    async def shown() -> bool:
        return (await to_thread(settings_of, kafka, topic)).items() >= wanted.items()

    await until(shown)


@pytest.fixture
async def laid(kafka: Broker, wire: Topics) -> Kafka:
    """Topics that an earlier release made, one of which operations have tuned."""
    own = kafka.kafka(await wire())
    for topic, settings in {ANSWERS: BEFORE, AGREEMENTS: BEFORE | BY_HAND}.items():
        await to_thread(set_by_hand, own, topic, settings)
        await has(own, topic, settings)
    return own


async def test_topics_that_were_there_before_get_the_declared_settings(laid: Kafka) -> None:
    await create_topics(laid)

    await has(laid, ANSWERS, DECLARED)
    await has(laid, AGREEMENTS, DECLARED | BY_HAND)


async def test_what_is_as_declared_is_left_alone(laid: Kafka) -> None:
    changed = await to_thread(agree, laid, wanted_topics())
    for topic in changed:
        await has(laid, topic, DECLARED)

    assert changed == [ANSWERS, AGREEMENTS]
    assert await to_thread(agree, laid, wanted_topics()) == []
