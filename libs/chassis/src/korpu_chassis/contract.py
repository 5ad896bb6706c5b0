"""What a service promises to the world, written down from its declarations: files that are committed and compared."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from pydantic.json_schema import models_json_schema

from korpu_chassis.commands import Declared, Fact, Moves, Role, Room
from korpu_chassis.doors import TooLarge
from korpu_chassis.house import House, Service
from korpu_chassis.http import create_app
from korpu_chassis.identity import Verifier
from korpu_chassis.messages import AUTHORITY, SCHEMAS, TooMuchToSay
from korpu_chassis.refusals import all_refusals
from korpu_chassis.store import Database

REF = "#/$defs/{model}"


def folder_of(service: Service) -> Path:
    """Where the contract lies: beside the service's sources."""
    return service.migrations.parents[3] / "contract"


def write(service: Service) -> None:
    """Write the contract, and take away what is in it no more."""
    folder = folder_of(service)
    promised = dict(files_of(service))
    for old in folder.rglob("*"):
        if old.is_file() and str(old.relative_to(folder)) not in promised:
            old.unlink()
    for name, text in promised.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def files_of(service: Service) -> Iterator[tuple[str, str]]:
    """Every file of the contract, by its name."""
    yield "commands.json", _json(commands(service))
    yield "openapi.json", _json(openapi(service))
    yield "asyncapi.json", _json(asyncapi(service))
    yield "states.md", states(service)
    yield "permissions.md", permissions(service)
    for room in service.rooms:
        for name, fact in sorted(room.facts.items()):
            schema = message_schema(service, room, name, fact)
            yield f"messages/{name}.v1.schema.json", _json(schema)
            yield f"messages/{name}.v1.example.json", _json(example(schema, schema["$defs"]))


def _json(value: object) -> str:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode() + "\n"


def commands(service: Service) -> dict[str, Any]:
    """What the gateway builds its mutations, their inputs and their refusals from."""
    refusals = all_refusals([TooLarge, TooMuchToSay], *(each.refuses for each in service.commands()))
    return {
        "service": service.name,
        "commands": [_command(each) for each in service.commands()],
        "refusals": [
            {"code": each.code, "status": each.status, "text": dict(each.text), "meaning": _first_line(each)}
            for each in refusals.values()
        ],
        "aggregates": [
            {
                "name": room.name,
                "topic": room.topic,
                "state": room.state.model_json_schema(mode="serialization", ref_template=REF),
                "facts": sorted(room.facts),
                "readers": [_grant(role) for role in room.readers],
            }
            for room in service.rooms
        ],
    }


def _command(declared: Declared) -> dict[str, Any]:
    return {
        "name": declared.name,
        "path": declared.path,
        "aggregate": declared.room.name,
        "creates": declared.creates,
        "summary": declared.summary,
        "who": [_grant(role) for role in declared.who],
        "barred": sorted(declared.barred),
        "when": declared.when and list(declared.when),
        "to": declared.to and list(declared.to),
        "says": [fact.name_for(declared.room.name) for fact in declared.says],
        "refuses": sorted(each.code for each in (*declared.refuses, *declared.barred.values())),
        "input": declared.input.model_json_schema(ref_template=REF),
    }


def _grant(role: Role) -> dict[str, str | None]:
    having = {"having": role.having} if role.having else {}
    return {"role": role.name, "of": role.unit_field, "own": role.self_field, **having}


def _first_line(thing: type) -> str:
    return (thing.__doc__ or "").strip().split("\n")[0]


def message_schema(service: Service, room: Room[Any], name: str, fact: type[Fact]) -> dict[str, Any]:
    """The JSON Schema of one message's body."""
    references, definitions = models_json_schema(
        [(room.state, "serialization"), (fact, "serialization")], ref_template=REF
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{SCHEMAS}/{service.name}/{name}.v1.schema.json",
        "title": f"{AUTHORITY}.{service.name}.{name}.v1",
        "description": _first_line(fact),
        "type": "object",
        "properties": {
            "state": references[(room.state, "serialization")],
            "change": references[(fact, "serialization")],
        },
        "required": ["state", "change"],
        "$defs": definitions.get("$defs", {}),
    }


def openapi(service: Service) -> dict[str, Any]:
    """The OpenAPI document of the owner's door; nothing is connected to."""
    house = House(service, Database("postgresql://nobody@/nothing"), Verifier("", "", ""))
    return create_app(house).openapi()


def asyncapi(service: Service) -> dict[str, Any]:
    """The AsyncAPI 3 document: the channels this service speaks on and listens to."""
    channels: dict[str, Any] = {}
    messages: dict[str, Any] = {}
    operations: dict[str, Any] = {}
    for room in service.rooms:
        names = sorted(room.facts)
        channels[room.topic] = {
            "address": room.topic,
            "description": f"Every change of every {room.name.replace('_', ' ')}; the key is its id.",
            "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
        }
        operations[f"say.{room.name}"] = {"action": "send", "channel": {"$ref": f"#/channels/{room.topic}"}}
        messages.update({name: _message(service, name, room.facts[name]) for name in names})
    for topic in service.listens_to():
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


def _message(service: Service, name: str, fact: type[Fact]) -> dict[str, Any]:
    type_name = f"{AUTHORITY}.{service.name}.{name}.v1"
    return {
        "name": type_name,
        "title": name,
        "summary": _first_line(fact),
        "contentType": "application/json",
        "headers": {"type": "object", "properties": {"ce_type": {"const": type_name}}, "required": ["ce_type"]},
        "payload": {"$ref": f"messages/{name}.v1.schema.json"},
    }


def states(service: Service) -> str:
    """The life of every aggregate as a diagram."""
    parts = [f"# The lives of {service.name}'s aggregates", ""]
    for room in service.rooms:
        asked = {arrow for each in room.commands.values() for arrow in _arrows(each.moves, each.name)}
        arrows = sorted(asked | set(_arrows(room.unasked, "by itself")))
        parts += [f"## {room.table.__name__}", "", "```mermaid", "stateDiagram-v2", *arrows, "```", ""]
    return "\n".join(parts)


def _arrows(moves: Moves, why: str) -> Iterator[str]:
    for source, targets in moves.items():
        for target in targets:
            yield f"    {source} --> {target}: {why}"


def permissions(service: Service) -> str:
    """The one table of who may do what, in which status."""
    lines = [
        f"# Who may do what in {service.name}",
        "",
        "What is not listed is refused. *of* narrows a role to its own unit, *own* to what is the caller's own.",
        "",
        "| aggregate | command | who | in status | never |",
        "|---|---|---|---|---|",
    ]
    for each in service.commands():
        when = ", ".join(each.when) if each.when else ("–" if each.creates else "any")
        barred = ", ".join(sorted(each.barred)) or "–"
        who = ", ".join(_told(role) for role in each.who)
        lines.append(f"| {each.room.name} | {each.name} | {who} | {when} | {barred} |")
    return "\n".join([*lines, ""])


def _told(role: Role) -> str:
    said = " ".join(f"{how} {what}" for how, what in _grant(role).items() if what)
    return said.removeprefix("role ").replace("*", "anyone signed in", 1)


_BY_FORMAT = {
    "uuid": "01980a3e-6c1f-7b6a-9d52-3f0e8c1d2b4a",
    "date": "2026-09-01",
    "date-time": "2026-09-01T08:00:00Z",
    "uri": "https://example.org",
}


def example(schema: Any, definitions: dict[str, Any]) -> Any:
    """A value that keeps a JSON Schema, the same at each call: first choices, least lengths, given examples."""
    if "$ref" in schema:
        return example(definitions[schema["$ref"].rsplit("/", 1)[1]], definitions)
    for fixed in ("const", "default"):
        if fixed in schema and schema[fixed] is not None:
            return schema[fixed]
    if "examples" in schema or "enum" in schema:
        return (schema.get("examples") or schema["enum"])[0]
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        return example(next((each for each in choices if each.get("type") != "null"), choices[0]), definitions)
    return _by_type(schema, definitions)


def _by_type(schema: Any, definitions: dict[str, Any]) -> Any:
    match schema.get("type"):
        case "object":
            properties = schema.get("properties", {})
            return {name: example(each, definitions) for name, each in properties.items()}
        case "array":
            items = schema.get("prefixItems") or [schema.get("items", {})] * max(1, schema.get("minItems", 1))
            return [example(each, definitions) for each in items]
        case "integer" | "number":
            return schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
        case "boolean":
            return True
        case "string":
            return _BY_FORMAT.get(schema.get("format", ""), _by_pattern(schema))
    return None


def _by_pattern(schema: Any) -> str:
    pattern = schema.get("pattern", "")
    candidates = ("0613", "B2", "1.50", "2026/2027", "example.org", "text")
    return next((each for each in candidates if not pattern or re.search(pattern, each)), "text")
