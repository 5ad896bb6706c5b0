"""Definitions that the owners' inputs share: which are the same thing, and which only have one name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from korpu_gateway.mutations.contracts import Contract
from korpu_gateway.mutations.schemas import JsonSchema

SHAPE = frozenset({"type", "format", "enum", "required", "items", "anyOf", "$ref"})
"""What tells two definitions apart; words and limits may differ between owners, who check them themselves."""


def shared_names(contracts: Iterable[Contract]) -> Mapping[str, int]:
    """How many different things the owners call by one name; those are told apart by their aggregate."""
    contents: dict[str, set[bytes]] = defaultdict(set)
    for contract in contracts:
        for command in contract.commands:
            definitions = command.input.get("$defs", {})
            for name, schema in definitions.items():
                contents[name].add(content_of(name, schema, definitions))
    return {name: len(found) for name, found in contents.items()}


def content_of(name: str, schema: JsonSchema, definitions: JsonSchema) -> bytes:
    """A definition with all that it refers to, so that equal ones are one."""
    reached, waiting = {name: schema}, [schema]
    while waiting:
        for each in _references(waiting.pop()):
            if each not in reached:
                reached[each] = definitions[each]
                waiting.append(definitions[each])
    return orjson.dumps({name: _bare(each) for name, each in reached.items()}, option=orjson.OPT_SORT_KEYS)


def _bare(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_bare(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    kept = {name: _bare(each) for name, each in schema.items() if name in SHAPE}
    if "properties" in schema:
        kept["properties"] = {name: _bare(each) for name, each in schema["properties"].items()}
    return kept


def _references(schema: Any) -> Iterable[str]:
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield schema["$ref"].rsplit("/", 1)[1]
        for each in schema.values():
            yield from _references(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from _references(each)
