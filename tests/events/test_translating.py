"""Translating what events publish: the original stays, and an older translation does not count."""

from typing import Any

import pytest

from tests.events.delegations import a_visit
from tests.office import Office

GIVEN: dict[str, Any] = {"field": "title", "language": "de", "words": "Delegation aus Konstanz", "follows": 1}


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"follows": 2}, "translation-follows-another"),
        ({"field": "report"}, "no-such-text"),
        ({"field": "programme", "part": "nobody"}, "no-such-text"),
    ],
)
async def test_what_is_no_translation_of_a_visit_is_refused(office: Office, other: dict[str, Any], code: str) -> None:
    visit = await a_visit(office, "requested")

    assert await office.refuses("officer", "TranslateVisit", id=visit["id"], **{**GIVEN, **other}) == code


async def test_a_visit_is_translated_and_its_original_is_not(office: Office) -> None:
    visit = await a_visit(office, "requested")
    original = visit["state"]["title"]["original"]

    told = await office.does("officer", "TranslateVisit", id=visit["id"], **GIVEN)
    itself = await office.refuses("officer", "TranslateVisit", id=visit["id"], **{**GIVEN, "language": original})

    assert told["state"]["title"]["texts"]["de"] == {"text": "Delegation aus Konstanz", "revision": 1}
    assert itself == "translation-of-itself"


async def test_an_action_point_is_translated(office: Office) -> None:
    title = {"az": "Dəvət göndərmək"}
    point = await office.does("officer", "OpenActionPoint", title=title, due="2026-12-01", unit="philology")

    told = await office.does("head", "TranslateActionPoint", id=point["id"], **{**GIVEN, "words": "Einladen"})

    assert told["state"]["title"]["texts"]["de"] == {"text": "Einladen", "revision": 1}
    assert await office.said_about(point["id"]) == ["opened", "translated"]
