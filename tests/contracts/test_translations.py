"""No multilingual text is forgotten: each that is published can be translated by a command of its owner."""

from collections.abc import Iterator
from typing import Any

import pytest

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_gateway.readmodel.gaps import MADE_ONCE, texts_of
from tests.contracts.services import owners

FROZEN = frozenset({"approved_terms", "signed_terms"})
"""What was agreed stays as it was agreed."""


def published(schema: dict[str, Any]) -> Iterator[str]:
    """The fields of a state that hold a multilingual text, themselves or in the members of a list."""
    defs = schema.get("$defs", {})
    for name, below in schema["properties"].items():
        if name not in FROZEN and "LocalizedText" in set(_models(below, defs, {"LocalizedText"})):
            yield name


def _models(below: Any, defs: dict[str, Any], leaves: set[str]) -> Iterator[str]:
    """The models that a schema leads to."""
    if isinstance(below, list):
        for each in below:
            yield from _models(each, defs, leaves)
    elif isinstance(below, dict):
        if "$ref" in below:
            name = below["$ref"].rpartition("/")[2]
            yield name
            if name not in leaves:
                yield from _models(defs[name], defs, leaves)
        for each in below.values():
            yield from _models(each, defs, leaves)


def definitions() -> list[AggregateDefinition[Any]]:
    return [definition for service in owners() for definition in service.definitions]


@pytest.mark.parametrize("definition", definitions(), ids=lambda definition: definition.name)
def test_every_published_text_can_be_translated(definition: AggregateDefinition[Any]) -> None:
    told = definition.state.model_json_schema(mode="serialization")
    wanted = set() if definition.name in MADE_ONCE else set(published(told))
    command = definition.commands.get(f"Translate{definition.table.__name__}")

    offered = {each.value for each in command.input.model_fields["field"].annotation} if command else set()  # type: ignore[union-attr]

    assert offered == wanted


def test_the_read_model_finds_texts_of_things_and_of_their_parts() -> None:
    said = {"original": "az", "revision": 1, "texts": {}}
    document = {
        "title": said,
        "report": None,
        "programme": [{"id": "a", "title": said}],
        "steps": [{"number": 2, "t": said}],
    }

    found = [(field, part) for field, part, _ in texts_of(document)]

    assert found == [("title", ""), ("programme", "a"), ("steps", "2")]
