"""The console's examples: each can be asked of the schema as it stands, or done by the house at work."""

import re
from importlib.resources import files
from typing import Any

import orjson
import pytest

from korpu_gateway.reads.operations import read
from tests.gateway.campus import Campus
from tests.gateway.conftest import OFFICER, Gateway

PAGE = files("korpu_gateway.http").joinpath("console.html").read_text("utf-8")
EXAMPLES = {
    orjson.loads(title): (orjson.loads(text), orjson.loads(re.sub(r"(\w+): ", r'"\1": ', given)))
    for title, text, given in re.findall(r'^    ("[^"]+"): \[("(?:[^"\\]|\\.)*"), (\{.*\})\],$', PAGE, re.MULTILINE)
}
COMMANDS = [title for title, (text, _) in EXAMPLES.items() if text.startswith("mutation")]
ASKED = [title for title, (text, _) in EXAMPLES.items() if text.startswith(("query", "{"))]
POSTED = [title for title, (text, _) in EXAMPLES.items() if text.startswith("POST ")]
NAMES = [{"language": "en", "kind": "LABEL", "text": "University of the console"}]
TITLE = {"az": "Mübadilə", "en": "Exchange"}


@pytest.fixture(scope="module")
async def known(campus: Campus) -> dict[str, str]:
    """A letter that goes out, and a signed agreement with an amendment, by kind."""
    partner = await campus.does(
        "officer", "RegisterOrganisation", names=NAMES, kinds=["UNIVERSITY"], scope="FOREIGN", country="DE"
    )
    letter = await campus.does(
        "officer", "RegisterLetter", direction="OUTGOING", correspondents=[{"office": "Ministry"}], subject=TITLE
    )
    signed: dict[str, Any] = {"kind": "MEMORANDUM", "title": TITLE, "signedOn": "2026-01-31", "ends": "2030-01-31"}
    parties = [{"us": True}, {"organisationId": partner["id"]}]
    written = {"reference": "Archive, folder 7"}
    agreement = await campus.does("officer", "RecordSignedAgreement", parties=parties, evidence=written, **signed)
    await campus.does("officer", "ProposeAmendment", id=agreement["id"], title=TITLE, ends="2030-12-31")
    return {"letter": letter["id"], "agreement": agreement["id"]}


def filled(given: dict[str, Any], known: dict[str, str]) -> dict[str, Any]:
    """What the example says, about things that are there."""
    said = orjson.dumps(given).decode()
    for kind, id in known.items():
        said = said.replace(f"{kind}:…", id).replace(f'"{kind}_id":"…"', f'"{kind}_id":"{id.partition(":")[2]}"')
    told: dict[str, Any] = orjson.loads(said)
    return told


@pytest.mark.parametrize("title", ASKED)
async def test_an_example_is_answered(office: Gateway, title: str) -> None:
    text, given = EXAMPLES[title]

    told = orjson.loads(await office.executed(text, OFFICER, **given))

    assert not read(office.schema, text).errors
    assert "errors" not in told


@pytest.mark.parametrize("title", COMMANDS)
async def test_a_command_of_an_example_is_done(campus: Campus, known: dict[str, str], title: str) -> None:
    text, given = EXAMPLES[title]

    told = await campus.posts("officer", text, **filled(given, known))

    [done] = told["data"].values()
    assert done["code"].startswith("DOC-"), done


@pytest.mark.parametrize("title", POSTED)
async def test_what_an_example_posts_comes_back_as_a_page(campus: Campus, known: dict[str, str], title: str) -> None:
    text, given = EXAMPLES[title]

    shown = await campus.client.post(
        text.removeprefix("POST "), json=filled(given, known), headers=campus.headers("officer")
    )

    assert shown.content.startswith(b"%PDF"), shown.text


def test_every_example_is_tried() -> None:
    assert len(EXAMPLES) == len(re.findall(r'^    "[^"]+": \[', PAGE, re.MULTILINE)) > 10
    assert sorted(EXAMPLES) == sorted([*ASKED, *COMMANDS, *POSTED])
