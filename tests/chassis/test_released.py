"""A contract grows and breaks nothing: what counts as which."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from korpu_chassis.contract.released import changes_since, differences, promised, release, softened

PLACE = "loaf.baked.v1.schema.json"


def loaf(**more: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"weight": {"type": "integer"}, "crust": {"$ref": "#/$defs/Crust"}, **more},
        "required": ["weight", "crust"],
        "$defs": {"Crust": {"type": "string", "enum": ["soft", "hard"]}},
    }


def changed(**keywords: Any) -> dict[str, Any]:
    return {**loaf(), **keywords}


def broken(now: dict[str, Any]) -> list[str]:
    return differences({PLACE: loaf()}, {PLACE: now}).broken


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (changed(properties={"crust": {"$ref": "#/$defs/Crust"}}), "loaf.baked.weight is gone"),
        (changed(required=["weight"]), "loaf.baked.crust may be missing now"),
        (loaf(weight={"type": "string"}), "loaf.baked.weight: type has changed"),
        (loaf(weight={"anyOf": [{"type": "integer"}, {"type": "null"}]}), "loaf.baked.weight: anyOf has changed"),
        (loaf(weight={"type": "integer", "maximum": 9}), "loaf.baked.weight: maximum has changed"),
        (changed(**{"$defs": {"Crust": {"type": "string", "enum": ["soft"]}}}), "loaf.baked Crust can be hard no more"),
        (changed(**{"$defs": {}}), "loaf.baked Crust is gone"),
        (changed(additionalProperties=False), "loaf.baked has changed"),
        (
            {**loaf(seeds={"type": "boolean"}), "required": ["weight", "crust", "seeds"]},
            "loaf.baked.seeds is required, and old messages lack it",
        ),
    ],
)
def test_what_a_reader_relied_on_is_not_taken(now: dict[str, Any], why: str) -> None:
    assert why in broken(now)


def test_a_fact_does_not_vanish() -> None:
    assert differences({PLACE: loaf()}, {}).broken == ["loaf.baked is gone"]


def test_fields_words_and_facts_come_in_addition() -> None:
    now = loaf(seeds={"type": "boolean"})
    now["$defs"]["Crust"]["enum"] = ["soft", "hard", "burnt"]

    found = differences({PLACE: loaf()}, {PLACE: now, "loaf.sold.v1.schema.json": loaf()})

    assert found.broken == []
    assert set(found.added) == {"`loaf.baked.seeds` is new", "`loaf.baked Crust` can be `burnt`", "`loaf.sold` is new"}


def test_other_words_about_a_value_change_nothing() -> None:
    found = differences({PLACE: loaf()}, {PLACE: changed(description="A loaf.", title="Bread")})

    assert (found.broken, found.added) == ([], [])


def test_a_new_field_is_not_required_of_messages_that_were_sent_before_it() -> None:
    now = {**loaf(seeds={"type": "boolean"}), "required": ["weight", "crust", "seeds"]}

    soft = softened(now, loaf())

    assert soft["required"] == ["weight", "crust"]
    assert broken(soft) == []


def test_a_release_keeps_its_promise_and_tells_what_it_brought(tmp_path: Path) -> None:
    grown = {PLACE: loaf(seeds={"type": "boolean"})}
    release(tmp_path, "1.0.0", orjson.dumps({"$defs": {PLACE: loaf()}}).decode())

    before = changes_since(tmp_path, grown)
    release(tmp_path, "1.1.0", orjson.dumps({"$defs": grown}).decode())

    assert "Not released yet\n\n- `loaf.baked.seeds` is new" in before
    assert promised(tmp_path) == grown
    told = changes_since(tmp_path, grown)
    assert told.index("Release 1.1.0\n\n- `loaf.baked.seeds` is new") < told.index("Release 1.0.0\n\nThe first.")


def test_a_release_that_breaks_a_promise_is_not_made(tmp_path: Path) -> None:
    release(tmp_path, "1.0.0", orjson.dumps({"$defs": {PLACE: loaf()}}).decode())

    with pytest.raises(ValueError, match=r"loaf\.baked is gone"):
        release(tmp_path, "2.0.0", orjson.dumps({"$defs": {}}).decode())

    assert promised(tmp_path) == {PLACE: loaf()}
