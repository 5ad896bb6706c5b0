"""Input types of the mutations, made from the owners' schemas, and how their values are spelled for the owner."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import strawberry
from strawberry.utils.str_converters import to_camel_case

from korpu_gateway.mutations.contracts import Command, Contract
from korpu_gateway.mutations.definitions import content_of, shared_names
from korpu_gateway.mutations.enums import Enums, word
from korpu_gateway.mutations.scalars import SCALARS, Spell, Typed, bare_id, listed, or_none
from korpu_gateway.mutations.schemas import JsonSchema, Property, is_decimal, properties, referred


class Place(NamedTuple):
    """Where a schema stands: in whose input, in a part or field called how, and what an id there names."""

    aggregate: str
    owner: str
    property: str
    kind: str | None


class Inputs:
    """Every input type of the schema, each made once."""

    def __init__(self, contracts: Sequence[Contract], enums: Enums) -> None:
        self._enums = enums
        self._kinds = {each.name for contract in contracts for each in contract.aggregates}
        self._made: dict[bytes, Typed] = {}
        self._shared = shared_names(contracts)

    def of(self, command: Command) -> Typed:
        """The input of a command."""
        aggregate = command.aggregate
        return self._object(f"{command.name}Input", command.input, Place(aggregate, _pascal(aggregate), "", aggregate))

    def _object(self, name: str, schema: JsonSchema, within: Place, definitions: JsonSchema | None = None) -> Typed:
        known = schema.get("$defs", {}) if definitions is None else definitions
        fields: dict[str, tuple[str, Spell]] = {}
        namespace: dict[str, Any] = {"__annotations__": {}}
        for each in properties(schema):
            kind = within.kind if each.name == "id" else self._kind_of(each.name)
            typed = self._typed(each.schema, known, within._replace(property=each.name, kind=kind))
            namespace["__annotations__"][f"{each.name}_"] = typed.type if each.required else typed.type | None
            namespace[f"{each.name}_"] = _field(each)
            fields[to_camel_case(each.name)] = (each.name, typed.spell if each.required else or_none(typed.spell))
        made = strawberry.input(type(name, (), namespace), name=name, description=schema.get("description"))
        return Typed(made, _speller(fields))

    def _kind_of(self, name: str) -> str | None:
        kind = name.removesuffix("_id")
        return kind if kind in self._kinds else None

    def _typed(self, schema: JsonSchema, definitions: JsonSchema, place: Place) -> Typed:
        if found := referred(schema, definitions):
            return self._defined(*found, definitions, place)
        if schema.get("type") == "array":
            item = self._typed(schema["items"], definitions, place)
            return Typed(list[item.type], listed(item.spell))  # type: ignore[name-defined]  # made at run time
        if "enum" in schema:
            name = place.owner + _pascal(place.property)
            return Typed(self._enums.of(schema["enum"], name, _pascal(place.aggregate)), word)
        if is_decimal(schema):
            return Typed(Decimal, str)
        if schema.get("format") == "uuid":
            return Typed(strawberry.ID, bare_id(place.kind))
        form = schema.get("format") if schema.get("format") in {"date", "date-time"} else None
        return SCALARS[schema["type"], form]

    def _defined(self, name: str, schema: JsonSchema, definitions: JsonSchema, place: Place) -> Typed:
        short = name if self._shared[name] == 1 else _pascal(place.aggregate) + name
        if "enum" in schema:
            near = _pascal(place.aggregate)
            return Typed(self._enums.of(schema["enum"], short, near, schema.get("description")), word)
        content = content_of(name, schema, definitions)
        if content not in self._made:
            within = Place(place.aggregate, short, "", None)
            self._made[content] = self._object(f"{short}Input", schema, within, definitions)
        return self._made[content]


def _field(each: Property) -> Any:
    default = {} if each.required else {"default": strawberry.UNSET}
    return strawberry.field(name=to_camel_case(each.name), description=each.description, **default)


def _speller(fields: Mapping[str, tuple[str, Spell]]) -> Spell:
    def spell(given: Mapping[str, Any]) -> dict[str, Any]:
        return {fields[name][0]: fields[name][1](value) for name, value in given.items()}

    return spell


def _pascal(name: str) -> str:
    return to_camel_case(f"_{name}")
