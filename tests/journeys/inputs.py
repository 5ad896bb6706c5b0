"""The least that can be said with a command: an input that passes every check of form, made from the contract."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from korpu_local.portal import commands

Schema = dict[str, Any]
TEXTS = {"az": "Söz", "en": "Word"}

# What a form checks beyond its schema, by the name of the field.
KNOWN: dict[str, object] = {
    "academic_year": "2026/2027",
    "country": "DE",
    "currency": "EUR",
    "field": "0231",
    "language": "en",
    "languages": ["en", "az"],
    "first_language": "en",
    "second_language": "az",
}


def least(command: str) -> dict[str, Any]:
    """The required fields of a command, with values of the right form; its `id` is left out."""
    schema = commands()[command].input
    said: dict[str, Any] = _object(schema, schema.get("$defs", {}))
    return {name: value for name, value in said.items() if name != "id"}


def _object(schema: Schema, definitions: Schema) -> dict[str, Any]:
    inside = schema.get("properties", {})
    one_of_these = [each["required"][0] for each in schema.get("anyOf", ())[:1]]
    return {
        name: (None if "$ref" in inside[name] else KNOWN.get(name)) or _value(inside[name], definitions)
        for name in (*schema.get("required", ()), *one_of_these)
    }


def _value(schema: Schema, definitions: Schema) -> Any:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return TEXTS if name == "Texts" else _value(definitions[name], definitions)
    if "anyOf" in schema:
        return _value(next(each for each in schema["anyOf"] if each.get("type") != "null"), definitions)
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "array":
        return [_value(schema["items"], definitions) for _ in range(schema.get("minItems", 0))]
    return _object(schema, definitions) if schema.get("type") == "object" else _word(schema)


def _word(schema: Schema) -> Any:
    if schema["type"] == "string":
        now = datetime.now(UTC)
        forms = {"date": now.date().isoformat(), "date-time": now.isoformat(), "uuid": str(uuid4())}
        return forms.get(schema.get("format", ""), (schema.get("examples") or ["word"])[0])
    return {"integer": schema.get("minimum", 1), "number": 1, "boolean": True}[schema["type"]]
