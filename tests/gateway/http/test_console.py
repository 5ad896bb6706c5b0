"""The console's examples: each can be asked of the schema as it stands."""

import re
from importlib.resources import files

import orjson
import pytest

from korpu_gateway.reads.operations import read
from tests.gateway.conftest import OFFICER, Gateway

PAGE = files("korpu_gateway.http").joinpath("console.html").read_text("utf-8")
EXAMPLES = {
    orjson.loads(title): (orjson.loads(text), orjson.loads(re.sub(r"(\w+): ", r'"\1": ', given)))
    for title, text, given in re.findall(r'^    ("[^"]+"): \[("(?:[^"\\]|\\.)*"), (\{.*\})\],$', PAGE, re.MULTILINE)
}


@pytest.mark.parametrize("title", EXAMPLES)
async def test_an_example_is_answered(office: Gateway, title: str) -> None:
    text, given = EXAMPLES[title]

    told = orjson.loads(await office.executed(text, OFFICER, **given))

    assert not read(office.schema, text).errors
    assert "errors" not in told


def test_every_example_is_tried() -> None:
    assert len(EXAMPLES) == len(re.findall(r'^    "[^"]+": \[', PAGE, re.MULTILINE)) > 10
