"""Input types of the mutations, made from the owners' schemas, and how their values are spelled for the owner."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import orjson
import strawberry
from strawberry.utils.str_converters import to_camel_case

from korpu_gateway.mutations.contracts import Command, Contract
from korpu_gateway.mutations.enums import Enums, word
from korpu_gateway.mutations.schemas import JsonSchema, Property, is_decimal, properties, referred

Spell = Callable[[Any], Any]


class Typed(NamedTuple):
    """A type of the schema, and how a value of it is spelled for the owner."""

    type: Any
    spell: Spell


class Place(NamedTuple):
    """Where a schema stands: in whose input, in a part or field called how, and what an id there names."""

    aggregate: str
    owner: str
    property: str
    kind: str | None


def same(value: Any) -> Any:
    """The value as it is."""
    return value


def listed(spell: Spell) -> Spell:
    """How a list of such values is spelled."""
    return lambda values: None if values is None else [spell(each) for each in values]


def or_none(spell: Spell) -> Spell:
    """How the value is spelled when there may be none."""
    return lambda value: None if value is None else spell(value)


def bare_id(kind: str | None) -> Spell:
    """The aggregate's own id, out of a global id of that kind; what is neither is left for the owner to refuse."""

    def spell(given: str) -> str:
        named, colon, id = given.partition(":")
        return id if colon and (kind is None or named == kind) else given

    return spell


SCALARS: Mapping[tuple[str, str | None], Typed] = {
    ("string", "date"): Typed(date, date.isoformat),
    ("string", "date-time"): Typed(datetime, datetime.isoformat),
    ("string", None): Typed(str, same),
    ("integer", None): Typed(int, same),
    ("number", None): Typed(float, same),
    ("boolean", None): Typed(bool, same),
}


class Inputs:
    """Every input type of the schema, each made once."""

    def __init__(self, contracts: Sequence[Contract], enums: Enums) -> None:
        self._enums = enums
        self._kinds = {each.name for contract in contracts for each in contract.aggregates}
        self._made: dict[bytes, Typed] = {}
        self._shared = _shared_names(contracts)

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
        content = _content(name, schema, definitions)
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


def _shared_names(contracts: Iterable[Contract]) -> Mapping[str, int]:
    """How many different things the owners call by one name; those are told apart by their aggregate."""
    contents: dict[str, set[bytes]] = defaultdict(set)
    for contract in contracts:
        for command in contract.commands:
            definitions = command.input.get("$defs", {})
            for name, schema in definitions.items():
                contents[name].add(_content(name, schema, definitions))
    return {name: len(found) for name, found in contents.items()}


def _content(name: str, schema: JsonSchema, definitions: JsonSchema) -> bytes:
    """A definition with all that it refers to, so that equal ones are one."""
    reached, waiting = {name: schema}, [schema]
    while waiting:
        for each in _references(waiting.pop()):
            if each not in reached:
                reached[each] = definitions[each]
                waiting.append(definitions[each])
    return orjson.dumps(reached, option=orjson.OPT_SORT_KEYS)


def _references(schema: Any) -> Iterable[str]:
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield schema["$ref"].rsplit("/", 1)[1]
        for each in schema.values():
            yield from _references(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from _references(each)


def _pascal(name: str) -> str:
    return to_camel_case(f"_{name}")
