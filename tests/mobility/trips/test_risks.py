"""A trip to where the risk is high: why it is made, and who says yes besides."""

from pathlib import Path
from typing import Any

import pytest

from korpu_chassis.dated_rules import check_rules
from korpu_chassis.stopping import Stopping
from korpu_mobility.trips.rules import RISKS
from tests.mobility.conftest import baku
from tests.mobility.trips.conftest import ORDER, Trips, themselves, way

SOUTH: dict[str, Any] = {"legs": way(country="AQ", city="Halley")}
WHY = "Rəşad alone can read the instruments"


async def test_a_country_of_high_risk_asks_for_a_reason_and_one_more_approver(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await office.trip(lecturer, **SOUTH)
    without = await office.refuses("officer", "SubmitTrip", id=trip["id"])
    await office.does("officer", "ChangeTrip", id=trip["id"], justification=WHY)
    await office.does("officer", "SubmitTrip", id=trip["id"])

    endorsed = await office.does("head", "ApproveTrip", id=trip["id"])
    twice = [
        await office.refuses("head", "ApproveTrip", id=trip["id"], **ORDER),
        await office.refuses("head+rectorate", "ApproveTrip", id=trip["id"], by={"subject": "head-1"}, **ORDER),
    ]
    done = await office.does("rectorate", "ApproveTrip", id=trip["id"], **ORDER)

    assert (without, twice) == ("trip-justification-missing", ["trip-approval-not-yours"] * 2)
    assert (endorsed["status"], endorsed["state"]["risk"]) == ("submitted", "high")
    assert [each["by"] for each in done["state"]["approvals"]] == ["head", "rectorate"]
    assert (done["status"], done["state"]["risks"][0]["source"]) == ("approved", "Invented for tests, No. 1")
    assert (await office.said_about(trip["id"]))[-3:] == ["submitted", "endorsed", "approved"]
    assert [each["change"] for each in await office.messages_about(trip["id"])][-3:-1] == [
        {"approvers": ["head", "rectorate"]},
        {"by": "head"},
    ]
    assert "instruments" not in f"{await office.messages_about(trip['id'])}"
    assert await office.told("staff", trip, "justification", **themselves(lecturer)) == [{"justification": WHY}]


async def test_an_endorsed_trip_that_is_returned_is_endorsed_anew(office: Trips) -> None:
    trip = await office.submitted(justification=WHY, **SOUTH)
    await office.does("head", "ApproveTrip", id=trip["id"])

    returned = await office.does("rectorate", "ReturnTrip", id=trip["id"], reason="Go by ship")
    await office.does("officer", "SubmitTrip", id=trip["id"])

    assert returned["state"]["approvals"] == []
    assert (await office.does("head", "ApproveTrip", id=trip["id"]))["status"] == "submitted"


async def test_a_trip_is_judged_by_the_level_of_the_day_on_which_it_is_submitted(office: Trips) -> None:
    there: dict[str, Any] = {"legs": way("2026-12-07", "2026-12-11", "BV", "Nyrøysa")}
    first, second = await office.trip(**there), await office.trip(**there)

    refused = await office.refuses("officer", "SubmitTrip", id=first["id"])
    await office.does("officer", "ChangeTrip", id=first["id"], justification=WHY)
    await office.does("officer", "SubmitTrip", id=first["id"])
    await office.waits_until(baku(2026, 12, 1, 9))
    later = await office.does("officer", "SubmitTrip", id=second["id"])

    assert refused == "trip-justification-missing"
    assert (later["state"]["risk"], later["state"]["risks"][0]["source"]) == ("normal", "Invented for tests, No. 2")
    assert (await office.shown(first))["risk"] == "high"


async def test_the_leadership_needs_the_rectorate_alone(office: Trips) -> None:
    trip = await office.submitted(level="leadership", justification=WHY, **SOUTH)

    assert (await office.does("rectorate", "ApproveTrip", id=trip["id"], **ORDER))["status"] == "approved"


async def test_levels_that_cannot_be_read_end_the_start_with_their_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "risks.toml"
    file.write_text(
        "[[mobility.travel_risk]]\ncountry = 'AQ'\nsince = 2020-01-01\nlevel = 'awful'\nsource = 'x'", "utf-8"
    )
    monkeypatch.setenv("KORPU_RULES", str(file))
    RISKS.forget()
    try:
        with pytest.raises(Stopping, match=r"mobility\.travel_risk"):
            await check_rules()
    finally:
        monkeypatch.undo()
        RISKS.forget()
