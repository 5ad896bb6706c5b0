"""The JSON Schemas of the owners' inputs, read as far as the owners use them; anything else stops the start."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

JsonSchema = Mapping[str, Any]
LIMITS = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minItems": "at least {}",
    "maxItems": "at most {}",
    "minimum": "{} or more",
    "maximum": "{} or less",
}
UNTOLD = {"minLength": 1, "minItems": 0}


@dataclass(frozen=True)
class Property:
    """One field of an input: its schema without the null, and whether it must be given."""

    name: str
    schema: JsonSchema
    required: bool
    description: str | None


def properties(schema: JsonSchema) -> Iterator[Property]:
    """The fields of an object."""
    required = schema.get("required", ())
    for name, each in schema["properties"].items():
        bare = without_null(each)
        told = each.get("description") or bare.get("description")
        must = name in required and bare is each
        yield Property(name, bare, must, " ".join(filter(None, (told, _limits(bare)))) or None)


def without_null(schema: JsonSchema) -> JsonSchema:
    """The schema of the value, when there is one."""
    choices = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
    if len(choices) == len(schema.get("anyOf", ())):
        return schema
    return choices[0] if len(choices) == 1 else {**schema, "anyOf": choices}


def is_decimal(schema: JsonSchema) -> bool:
    """A number that may come as text, so that no digit is lost."""
    return {each.get("type") for each in schema.get("anyOf", ())} == {"number", "string"}


def referred(schema: JsonSchema, definitions: JsonSchema) -> tuple[str, JsonSchema] | None:
    """The definition that a schema refers to, with its name."""
    if "$ref" not in schema:
        return None
    name = schema["$ref"].rsplit("/", 1)[1]
    return name, definitions[name]


def _limits(schema: JsonSchema) -> str:
    numbers = next((each for each in schema.get("anyOf", ()) if "minimum" in each or "maximum" in each), schema)
    told = [
        words.format(_plain(numbers[name]))
        for name, words in LIMITS.items()
        if name in numbers and numbers[name] != UNTOLD.get(name)
    ]
    told += [f"as in {each}" for each in schema.get("examples", ())[:1]]
    return "({})".format(", ".join(told)) if len(told) > 0 else ""


def _plain(number: Any) -> str:
    return f"{number:g}" if isinstance(number, float) else str(number)
