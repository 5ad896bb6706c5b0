"""A correction that names nothing is refused before it makes a version of nothing."""

from uuid import uuid4

import pytest
from pydantic import ValidationError

from korpu_chassis.commands.command import Changes, Corrects
from tests.contracts.services import owners

GIVEN = {
    "id": uuid4(),
    "distribution_id": uuid4(),
    "output_id": uuid4(),
    "language": "az",
    "medium": "print",
    "reason": "Counted again",
}
CORRECTIONS = [
    each.input
    for service in owners()
    for definition in service.definitions
    for each in definition.commands.values()
    if issubclass(each.input, Changes) and each.input.__name__.startswith("Correct")
]


@pytest.mark.parametrize("correction", [each for each in CORRECTIONS if issubclass(each, Corrects)])
def test_a_correction_names_what_it_corrects(correction: type[Corrects]) -> None:
    needed = {name: GIVEN[name] for name in needed_by(correction)}

    with pytest.raises(ValidationError) as refused:
        correction.model_validate(needed)

    assert [each["type"] for each in refused.value.errors()] == ["nothing-given"]


def test_forgetting_is_naming() -> None:
    forgetting = [each for each in CORRECTIONS if "forget" in each.model_fields]

    for each in forgetting:
        needed = {name: GIVEN[name] for name in needed_by(each)}
        assert len(each.model_validate({**needed, "forget": [first_word(each)]}).forget) == 1  # type: ignore[attr-defined]
    assert len(forgetting) > 4


def test_every_other_correction_must_be_given_what_it_corrects() -> None:
    whole = [each for each in CORRECTIONS if not issubclass(each, Corrects)]

    assert [each.__name__ for each in whole if set(needed_by(each)) <= set(GIVEN)] == []


def needed_by(correction: type[Changes]) -> list[str]:
    """The fields that cannot be left out."""
    return [name for name, each in correction.model_fields.items() if each.is_required()]


def first_word(correction: type[Changes]) -> str:
    """The first of the words that its `forget` takes."""
    words = correction.model_json_schema()
    items = words["properties"]["forget"]["items"]
    listed = words["$defs"][items["$ref"].rpartition("/")[2]] if "$ref" in items else items
    return str(listed["enum"][0] if "enum" in listed else listed["const"])
