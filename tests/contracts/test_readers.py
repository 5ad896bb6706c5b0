"""Whoever listens can read what is published: every example of every speaker, by every reader."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from korpu_chassis.contract import folder_of
from korpu_chassis.runtime.assembly import ConsumedTopic, Service
from tests.contracts.services import owners


def examples(topic: str) -> Iterator[tuple[str, Any]]:
    """Every published example of a topic, by the name of its fact."""
    for service in owners():
        for definition in service.definitions:
            if definition.topic == topic:
                for name in sorted(definition.facts):
                    file = folder_of(service) / "messages" / f"{name}.v1.example.json"
                    yield name, json.loads(file.read_text("utf-8"))


def heard() -> Iterator[object]:
    for service in owners():
        for hears in service.consumes:
            for name, example in examples(hears.topic):
                yield pytest.param(hears, example, id=f"{service.name}-hears-{name}")


@pytest.mark.parametrize(("hears", "example"), list(heard()))
def test_a_reader_reads_every_example_that_is_published(hears: ConsumedTopic, example: Any) -> None:
    read = hears.reader.model_validate(example["state"])

    assert read.model_dump(mode="json").keys() <= {*example["state"], *type(read).model_fields}


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
def test_what_a_service_hears_is_said_by_somebody(service: Service) -> None:
    said = {definition.topic for each in owners() for definition in each.definitions} | {"departments.answers.v1"}

    assert set(service.consumed_topics()) <= said


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
def test_a_reader_needs_no_field_that_is_not_published(service: Service) -> None:
    needed = {
        (hears.topic, name)
        for hears in service.consumes
        if any(True for _ in examples(hears.topic))
        for name, field in hears.reader.model_fields.items()
        if field.is_required()
    }

    missing = {(topic, name) for topic, name in needed if any(name not in said["state"] for _, said in examples(topic))}

    assert missing == set()
