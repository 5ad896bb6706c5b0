"""The JSON Schemas of messages: one of each aggregate's state, one of each fact that refers to it, and all in one."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from pydantic.json_schema import models_json_schema

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.state import Fact
from korpu_chassis.contract.commands import REF, first_line
from korpu_chassis.contract.released import softened
from korpu_chassis.foreign.consumer import Refusals
from korpu_chassis.messaging.envelope import AUTHORITY, SCHEMAS
from korpu_chassis.reconciliation.pages import Inventories
from korpu_chassis.runtime.assembly import Service

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def state_name(definition: AggregateDefinition[Any] | Inventories | Refusals) -> str:
    """Where the schema of an aggregate's state lies, beside those of its messages: `states/loaf.v1.schema.json`."""
    return f"states/{definition.name}.v1.schema.json"


def state_schema(service: Service, definition: AggregateDefinition[Any] | Inventories | Refusals) -> Schema:
    """The JSON Schema of an aggregate's public state, to which its facts refer."""
    schema = definition.state.model_json_schema(mode="serialization", ref_template=REF)
    return opened(
        {
            "$schema": DRAFT,
            "$id": f"{SCHEMAS}/{service.name}/{state_name(definition)}",
            **schema,
            "description": first_line(definition.state),
        }
    )


def message_schema(
    service: Service, definition: AggregateDefinition[Any] | Inventories | Refusals, name: str, fact: type[Fact]
) -> Schema:
    """The JSON Schema of one message's body: the state by reference, and what this fact adds."""
    references, definitions = models_json_schema(
        [(definition.state, "serialization"), (fact, "serialization")], ref_template=REF
    )
    change = references[(fact, "serialization")]["$ref"].rsplit("/", 1)[1]
    shared = definition.state.model_json_schema(mode="serialization", ref_template=REF).get("$defs", {})
    own = _reached(change, definitions["$defs"], shared)
    schema = {
        "$schema": DRAFT,
        "$id": f"{SCHEMAS}/{service.name}/{name}.v1.schema.json",
        "title": f"{AUTHORITY}.{service.name}.{name}.v1",
        "description": first_line(fact),
        "type": "object",
        "properties": {"state": {"$ref": state_name(definition)}, "change": {"$ref": f"#/$defs/{change}"}},
        "required": ["state", "change"],
        "$defs": {each: definitions["$defs"][each] for each in sorted(own)},
    }
    return opened(_referring(schema, {f"#/$defs/{each}": f"{state_name(definition)}#/$defs/{each}" for each in shared}))


def _reached(start: str, definitions: Mapping[str, Any], shared: Mapping[str, Any]) -> set[str]:
    """The definitions that this one needs and that the state does not bring in the same words."""
    found, looked_at = set(), [start]
    while looked_at:
        name = looked_at.pop()
        if name in found or (name in shared and shared[name] == definitions[name]):
            continue
        found.add(name)
        looked_at += [each.rsplit("/", 1)[1] for each in _references(definitions[name])]
    if clash := found & shared.keys():
        raise LookupError(f"{sorted(clash)} mean one thing in the state and another in {start}")
    return found


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from _references(each)
    elif isinstance(value, list):
        for each in value:
            yield from _references(each)


def _referring(value: Any, elsewhere: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            name: elsewhere.get(each, each) if name == "$ref" else _referring(each, elsewhere)
            for name, each in value.items()
        }
    return [_referring(each, elsewhere) for each in value] if isinstance(value, list) else value


def opened(schema: Schema) -> Schema:
    """The schema without a closed object: a field that is added later breaks nobody's validator."""
    found: Schema = _opened(schema)
    return found


def _opened(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _opened(each)
            for name, each in value.items()
            if not (name == "additionalProperties" and each is False)
        }
    return [_opened(each) for each in value] if isinstance(value, list) else value


def schemas(service: Service, promised: Mapping[str, Schema]) -> dict[str, Schema]:
    """Every schema of a service's messages by its place in the folder, as it may grow from what was promised."""
    found = {state_name(definition): state_schema(service, definition) for definition in service.speaks()}
    for definition in service.speaks():
        for name, fact in sorted(definition.facts.items()):
            found[f"{name}.v1.schema.json"] = message_schema(service, definition, name, fact)
    return {place: softened(schema, promised.get(place)) for place, schema in found.items()}


def resolved(schema: Schema, everything: Mapping[str, Schema]) -> Schema:
    """One schema in itself: what it refers to elsewhere stands among its own definitions."""
    definitions = dict(schema.get("$defs", {}))
    for reference in set(_references(schema)):
        place, _, name = reference.partition("#/$defs/")
        if place:
            state = everything[place]
            definitions |= state.get("$defs", {})
            if not name:
                definitions[state["title"]] = {each: state[each] for each in state if each not in {"$defs", "$id"}}
    inward = {
        reference: REF.format(model=reference.partition("#/$defs/")[2] or everything[reference]["title"])
        for reference in set(_references(schema))
        if not reference.startswith("#")
    }
    return {**_referring(schema, inward), "$defs": definitions}


def bundle(service: Service, everything: Mapping[str, Schema]) -> str:
    """Every schema in one document (JSON Schema's compound form), one to a line: what a release promises."""
    head = {"$schema": DRAFT, "$id": f"{SCHEMAS}/{service.name}/bundle.schema.json", "title": f"Körpü {service.name}"}
    lines = [
        f"{orjson.dumps(place).decode()}: {orjson.dumps(schema, option=orjson.OPT_SORT_KEYS).decode()}"
        for place, schema in sorted(everything.items())
    ]
    opening = orjson.dumps(head).decode().rstrip("}")
    return f'{opening},"$defs":{{\n' + ",\n".join(lines) + "\n}}\n"
