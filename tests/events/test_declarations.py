"""What every declared command keeps: its statuses, and that each refusal is met by a test."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from korpu_chassis.commands.aggregate import Declared
from korpu_chassis.commands.command import Corrects
from korpu_events.app import service
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.refusals.outcome import ReportMissing
from tests.events.delegations import PATH, a_visit
from tests.office import Office

VISIT_COMMANDS = [each for each in service.commands() if each.definition.name == "visit" and not each.creates]


async def test_every_command_is_refused_in_every_status_in_which_it_is_not_offered(office: Office) -> None:
    places = {status: (await a_visit(office, status))["id"] for status in PATH}
    places["postponed"] = (await a_visit(office, "approved", starts="2027-01-01", ends="2027-01-02"))["id"]
    places["declined"] = (await a_visit(office, "requested"))["id"]
    places["cancelled"] = (await a_visit(office, "requested"))["id"]
    await office.does("officer", "PostponeVisit", id=places["postponed"], reason="Snow")
    await office.does("head", "DeclineVisit", id=places["declined"], reason="No")
    await office.does("officer", "CancelVisit", id=places["cancelled"], reason="No")
    assert set(places) == set(VisitStatus)

    wrong = {
        (declared.name, status): await office.refuses("officer+head", declared.name, id=visit, **least(declared))
        for declared in VISIT_COMMANDS
        for status, visit in places.items()
        if declared.when is not None and status not in declared.when
    }

    assert {cell: code for cell, code in wrong.items() if code != "wrong-status"} == {}


def least(declared: Declared) -> dict[str, Any]:
    """The least that a command must be given."""
    schema = declared.input.model_json_schema()
    moments = {name for name, each in schema["properties"].items() if each.get("format") == "date-time"}
    given = GIVEN | dict.fromkeys(moments, "2026-10-05T10:00:00Z") | ({"kind": "meeting"} if moments else {})
    if schema["properties"].get("title", {}).get("type") == "string":
        given["title"] = "T"  # of a file, in the letters that it has
    named = {"title": {"en": "T"}} if issubclass(declared.input, Corrects) else {}
    return named | {name: given[name] for name in schema["required"] if name != "id"}


GIVEN: dict[str, Any] = {
    "reason": "Because",
    "text": "T",
    "questions": [],
    "kind": "security",
    "clear": True,
    "responsible_id": str(uuid4()),
    "starts": "2027-03-01",
    "ends": "2027-03-02",
    "member_id": str(uuid4()),
    "particulars": {"name": "A"},
    "number": "1",
    "country": "DE",
    "expires": "2030-01-01",
    "on": "2026-09-08",
    "member_ids": [str(uuid4())],
    "title": {"en": "T"},
    "item_id": str(uuid4()),
    "registration_ids": [str(uuid4())],
    "transport": [],
    "lodging": [],
    "budget": [],
    "received": True,
    "what": "W",
    "briefing": "B",
    "plan": "P",
    "consent": True,
    "department": "pr",
    "due": "2026-10-01",
    "request_id": str(uuid4()),
    "answer": "accepted",
    "report": {"en": "R"},
    "file": "0" * 64,
    "attachment_id": str(uuid4()),
    "session_id": str(uuid4()),
    "delegates": [],
}


def test_every_refusal_that_a_command_declares_is_met_by_a_test() -> None:
    declared = {each.code for command in service.commands() for each in command.refuses}

    furniture = Path(__file__).parents[1] / "partners/registers"
    tests = [*Path(__file__).parent.rglob("test_*.py"), *furniture.glob("test_*.py")]
    sources = "".join(path.read_text("utf-8") for path in tests)

    assert declared - set(re.findall(r'"([a-z0-9-]+)"', sources)) == set()


@pytest.mark.parametrize("language", ["az", "en", "ru"])
async def test_a_refusal_speaks_the_language_of_the_caller(office: Office, language: str) -> None:
    visit = await a_visit(office, "completed")

    answer = await office.asks(
        "officer", "POST", "/commands/close-visit", json={"id": visit["id"]}, headers={"accept-language": language}
    )

    assert answer.json()["detail"] == ReportMissing.text[language]


def test_no_input_takes_a_text_of_any_length_or_of_any_characters() -> None:
    bounded = {"pattern", "format", "enum", "const"}
    elsewhere = {"Texts", "Money"}
    cells = {"register_import": {"maxLength"}}  # as long as its limit lets it be; the furniture reads its letters

    open_texts = [
        (command.name, path)
        for command in service.commands()
        for path, schema in strings(command.input.model_json_schema())
        if not (bounded | cells.get(command.definition.name, set())) & schema.keys() and not elsewhere & set(path)
    ]

    assert open_texts == []


def strings(schema: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every string of a JSON Schema, and the way to it."""
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if isinstance(schema, dict):
        if schema.get("type") == "string":
            yield path, schema
        for name, each in schema.items():
            yield from strings(each, (*path, str(name)))
