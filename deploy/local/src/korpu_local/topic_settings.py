"""Topics that are there keep to what is declared: a setting that differs is set again, and no other is touched."""

from collections.abc import Sequence
from typing import Final

from confluent_kafka.admin import AdminClient, AlterConfigOpType, ConfigEntry, ConfigResource, ResourceType

from korpu_chassis.messaging.administration import Topic
from korpu_chassis.messaging.kafka import Kafka
from korpu_local.principals import PATIENCE, administrator

SET: Final = AlterConfigOpType.SET


def agree(kafka: Kafka, topics: Sequence[Topic]) -> list[str]:
    """Give existing topics their declared settings; names those that differed."""
    wanted = {kafka.prefix + each.name: each.settings for each in topics if each.settings}
    admin = administrator(kafka)
    held, changes = _held(admin, list(wanted)), []
    for name, settings in wanted.items():
        different = {key: value for key, value in settings.items() if held[name].get(key) != value}
        entries = [ConfigEntry(key, value, incremental_operation=SET) for key, value in different.items()]
        if entries:
            changes.append(ConfigResource(ResourceType.TOPIC, name, incremental_configs=entries))
    if changes:
        for done in admin.incremental_alter_configs(changes, request_timeout=PATIENCE).values():
            done.result()
    return sorted(each.name.removeprefix(kafka.prefix) for each in changes)


def _held(admin: AdminClient, names: Sequence[str]) -> dict[str, dict[str, str | None]]:
    if not names:
        return {}
    asked = [ConfigResource(ResourceType.TOPIC, name) for name in names]
    answers = admin.describe_configs(asked, request_timeout=PATIENCE)
    return {each.name: {key: entry.value for key, entry in told.result().items()} for each, told in answers.items()}
