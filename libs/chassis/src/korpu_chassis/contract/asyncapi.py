"""The AsyncAPI document: on which channels a service speaks and listens, and which messages it sends."""

from typing import Any

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.state import Fact
from korpu_chassis.contract.commands import first_line
from korpu_chassis.foreign.consumer import Refusals
from korpu_chassis.messaging.envelope import AUTHORITY
from korpu_chassis.reconciliation.pages import Inventories
from korpu_chassis.runtime.assembly import Service


def asyncapi(service: Service) -> dict[str, Any]:
    """The AsyncAPI 3 document: the channels this service speaks on and listens to."""
    channels: dict[str, Any] = {}
    messages: dict[str, Any] = {}
    operations: dict[str, Any] = {}
    for definition in service.speaks():
        names = sorted(definition.facts)
        channels[definition.topic] = {
            "address": definition.topic,
            "description": _about(definition),
            "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
        }
        operations[f"say.{definition.name}"] = {"action": "send", "channel": {"$ref": f"#/channels/{definition.topic}"}}
        messages.update({name: _message(service, name, definition.facts[name]) for name in names})
    for topic in [*service.consumed_topics(), *(each.topic for each in service.foreign)]:
        channels.setdefault(topic, {"address": topic, "description": "Heard by this service."})
        operations[f"hear.{topic}"] = {"action": "receive", "channel": {"$ref": f"#/channels/{topic}"}}
    return {
        "asyncapi": "3.0.0",
        "info": {"title": f"Körpü {service.name}", "version": "1.0.0", "description": "CloudEvents 1.0, binary mode."},
        "defaultContentType": "application/json",
        "channels": channels,
        "operations": operations,
        "components": {"messages": messages},
    }


def _about(definition: AggregateDefinition[Any] | Inventories | Refusals) -> str:
    if isinstance(definition, Inventories):
        return "Once a day all that there is, by ids, versions and digests; the key is the inventory's id."
    return f"Every change of every {definition.name.replace('_', ' ')}; the key is its id."


def _message(service: Service, name: str, fact: type[Fact]) -> dict[str, Any]:
    type_name = f"{AUTHORITY}.{service.name}.{name}.v1"
    return {
        "name": type_name,
        "title": name,
        "summary": first_line(fact),
        "contentType": "application/json",
        "headers": {
            "type": "object",
            "properties": {"ce_type": {"const": type_name}, "ce_epoch": {"type": "string", "pattern": "^[0-9]+$"}},
            "required": ["ce_type"],
        },
        "payload": {"$ref": f"messages/{name}.v1.schema.json"},
    }
