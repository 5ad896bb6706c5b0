"""What departments validate with: schemas that hold for what is sent, alone or in one file, and that leave room."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator, Registry

from korpu_chassis.contract import BUNDLE, folder_of
from korpu_chassis.runtime.assembly import Service
from tests.contracts.services import owners


def bundle(service: Service) -> Any:
    return json.loads((folder_of(service) / BUNDLE).read_text("utf-8"))


def messages() -> Iterator[object]:
    for service in owners():
        for definition in service.definitions:
            for name in sorted(definition.facts):
                yield pytest.param(service, name, id=f"{service.name}-{name}")


def published(service: Service, name: str) -> tuple[Any, Any]:
    """A message's schema and its example, as files."""
    folder = folder_of(service) / "messages"
    found = [json.loads((folder / f"{name}.v1.{each}.json").read_text("utf-8")) for each in ("schema", "example")]
    return found[0], found[1]


def by_files(service: Service, schema: Any) -> Any:
    """A validator that knows the schemas by their addresses."""
    known = [(each["$id"], each) for each in bundle(service)["$defs"].values()]
    return Draft202012Validator(schema, registry=Registry(known))


def maps(schema: Any) -> set[str]:
    """The names of values whose keys are words and not fields, such as languages."""
    if isinstance(schema, list):
        return {name for each in schema for name in maps(each)}
    if not isinstance(schema, dict):
        return set()
    here = {
        name
        for name, each in schema.get("properties", {}).items()
        if isinstance(each, dict) and isinstance(each.get("additionalProperties"), dict)
    }
    return here | {name for each in schema.values() for name in maps(each)}


def grown(value: Any, skip: set[str]) -> Any:
    """The same message from a later release, in which every object has one field more."""
    if isinstance(value, list):
        return [grown(each, skip) for each in value]
    if not isinstance(value, dict):
        return value
    inner = {name: each if name in skip else grown(each, skip) for name, each in value.items()}
    return {**inner, "field_of_a_later_release": 1}


@pytest.mark.parametrize(("service", "name"), list(messages()))
def test_an_example_keeps_its_schema_and_does_not_without_its_status(service: Service, name: str) -> None:
    schema, example = published(service, name)
    validator = by_files(service, schema)
    bare = copy.deepcopy(example)
    del bare["state"]["status"]

    assert [str(each) for each in validator.iter_errors(example)] == []
    assert not validator.is_valid(bare)


@pytest.mark.parametrize(("service", "name"), list(messages()))
def test_the_one_file_says_the_same(service: Service, name: str) -> None:
    schema, example = published(service, name)
    validator = Draft202012Validator({**bundle(service), "$ref": schema["$id"]})
    strange = copy.deepcopy(example)
    strange["state"]["status"] = "nowhere"

    assert validator.is_valid(example)
    assert not validator.is_valid(strange)


@pytest.mark.parametrize(("service", "name"), list(messages()))
def test_a_field_that_is_added_later_breaks_no_validator(service: Service, name: str) -> None:
    schema, example = published(service, name)
    validator = by_files(service, schema)
    later = grown(example, maps(list(bundle(service)["$defs"].values())))

    assert later["state"]["field_of_a_later_release"] == 1
    assert [str(each) for each in validator.iter_errors(later)] == []


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
def test_a_state_is_written_once(service: Service) -> None:
    for definition in service.definitions:
        for name in definition.facts:
            schema, _ = published(service, name)
            assert schema["properties"]["state"] == {"$ref": f"states/{definition.name}.v1.schema.json"}
            assert definition.state.__name__ not in schema["$defs"]


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
def test_a_status_is_one_of_a_list(service: Service) -> None:
    known = bundle(service)["$defs"]
    for definition in service.definitions:
        state = known[f"states/{definition.name}.v1.schema.json"]
        status = state["properties"]["status"]
        words = state["$defs"][status["$ref"].rpartition("/")[2]]["enum"]
        assert {word for each in definition.commands.values() for word in (*(each.when or ()), *(each.to or ()))} <= {
            *words
        }
