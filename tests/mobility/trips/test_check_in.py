"""The risk of a country is raised while somebody is there: they are asked, answer by a link, or the head is told."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from korpu_chassis.runtime import rederivation
from korpu_chassis.runtime.rederivation import Rederivation, release_of
from korpu_mobility.trips.rules import RISKS
from tests.mobility.conftest import baku
from tests.mobility.trips.conftest import Trips, themselves, way

Raises = Callable[[str, str], None]
LEFT = baku(2026, 12, 7, 9)


@pytest.fixture
def raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Raises]:
    """The operator raises the risk of a country from a day on."""
    file = tmp_path / "risks.toml"

    def write(country: str, since: str) -> None:
        form = f"country = '{country}'\nsince = {since}\nlevel = 'high'\nsource = 'The ministry'"
        file.write_text(f"[[mobility.travel_risk]]\n{form}", "utf-8")
        monkeypatch.setenv("KORPU_RULES", str(file))
        RISKS.forget()

    monkeypatch.setattr(rederivation, "PAUSE", 0)
    yield write
    monkeypatch.undo()
    RISKS.forget()


async def there(office: Trips, raises: Raises, country: str = "DE") -> Any:
    """Somebody is in Kassel when the risk is raised, and the deadlines of everything are derived anew."""
    trip = await office.approved(legs=way("2026-12-07", "2026-12-18"))
    await office.waits_until(LEFT)
    raises(country, "2026-12-10")
    await Rederivation(office.runtime, release_of("korpu_mobility")).until_done(asyncio.Event())
    return trip


async def link(office: Trips, trip: Any) -> Any:
    """The desk opens a link for the traveller."""
    asked = {"kind": "trip", "id": trip["id"], "side": "traveller", "days": 3}
    return await office.asks("officer", "POST", "/guest-links", json=asked)


async def secret_of(office: Trips, trip: Any) -> str:
    """What stands behind the hash of the link."""
    opened = await link(office, trip)
    assert opened.status_code == 201, opened.text
    return str(opened.json()["link"]).rpartition(".")[2]


async def test_who_is_there_is_asked_on_the_day_and_says_that_all_is_well(office: Trips, raises: Raises) -> None:
    trip = await there(office, raises)
    before = await office.shown(trip)
    await office.waits_until(baku(2026, 12, 10, 9))
    asked = await office.shown(trip)
    person = themselves(asked["person_id"])

    await office.does("staff", "AnswerCheckIn", by=person, id=trip["id"], answer="safe", note="At the institute")
    again = await office.refuses("staff", "AnswerCheckIn", by=person, id=trip["id"], answer="safe")
    await office.waits_until(baku(2026, 12, 12, 9))
    safe = await office.shown(trip)
    said = await office.messages_about(trip["id"])

    assert (before["check_in"], asked["check_in"], safe["check_in"]) == (None, "asked", "safe")
    assert [each["country"] for each in asked["raised"]] == ["DE"]
    assert ["AnswerCheckIn"] in [each["waits_for"][0]["what"] for each in asked["tasks"]]
    assert again == "trip-check-in-not-asked"
    assert [each["type"].rsplit(".", 2)[1] for each in said].count("check_in_silent") == 0
    assert "institute" not in str(said)
    assert await office.told("officer", trip, "check_in_note") == [{"check_in_note": "At the institute"}]
    assert await office.told("finance", trip, "check_in_note") == []


async def test_silence_of_a_day_is_told_to_the_head_and_a_late_answer_counts(office: Trips, raises: Raises) -> None:
    trip = await there(office, raises)
    await office.waits_until(baku(2026, 12, 10, 9))
    start = baku(2026, 12, 10, 9)
    await office.waits_until(start + timedelta(hours=23))
    waits = (await office.shown(trip))["check_in"]
    await office.waits_until(start + timedelta(hours=25))
    silent = await office.shown(trip)
    [told] = [each["change"] for each in await office.messages_about(trip["id"]) if "check_in_silent" in each["type"]]

    await office.does("officer", "AnswerCheckIn", id=trip["id"], answer="safe")

    assert (waits, silent["check_in"], told) == ("asked", "silent", {"tell": ["head"]})
    assert (await office.shown(trip))["check_in"] == "safe"


async def test_a_traveller_answers_by_a_link_once_and_a_call_for_help_reaches_the_head(
    office: Trips, raises: Raises
) -> None:
    trip = await there(office, raises)
    early = await link(office, trip)
    await office.waits_until(baku(2026, 12, 10, 9))
    secret = await secret_of(office, trip)

    seen = await office.asks(None, "POST", "/guest-links/see", json={"secret": secret})
    calls = {"secret": secret, "comment": "The airport is closed"}
    answered = await office.asks(None, "POST", "/guest-links/reject", json=calls)
    twice = await office.asks(None, "POST", "/guest-links/accept", json={"secret": secret})
    [told] = [each["change"] for each in await office.messages_about(trip["id"]) if "check_in_answered" in each["type"]]

    assert early.json()["code"] == "trip-check-in-not-asked"
    assert seen.json()["shown"]["countries"] == ["DE"]
    assert "Quliyev" not in seen.text
    assert (answered.status_code, twice.status_code) == (200, 404)
    assert told == {"answer": "needs_help", "tell": ["head"]}
    assert await office.told("officer", trip, "check_in_note") == [{"check_in_note": "The airport is closed"}]


async def test_who_knew_of_the_risk_is_elsewhere_or_is_back_is_not_asked(office: Trips, raises: Raises) -> None:
    trip = await there(office, raises, "FR")
    await office.waits_until(baku(2026, 12, 30, 9))

    assert (await office.shown(trip))["check_in"] is None
