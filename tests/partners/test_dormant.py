"""An organisation sleeps when nothing has happened with it for two years, and wakes when something does."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from tests.office import Office
from tests.partners.test_merging import merge, organisation, separate, state

TWO_YEARS_ON = datetime(2028, 9, 8, 6, tzinfo=UTC)


async def visit(office: Office, *ids: str, version: int = 1, id: object = None, **other: Any) -> None:
    given = {"status": "completed", "starts": "2026-09-01", "ends": "2026-09-03", "created_at": "2026-08-01T08:00:00Z"}
    told = {"id": id or uuid4(), "version": version, "organisations": ids, **given, **other}
    await office.hears("events.visits.v1", "visit.completed", told)


async def test_nothing_in_two_years_makes_an_organisation_dormant_once(office: Office) -> None:
    known = await organisation(office, "Konstanz")

    await office.waits_until(datetime(2028, 9, 7, 19, tzinfo=UTC))
    assert (await state(office, known["id"]))["dormant"] is False
    await office.waits_until(TWO_YEARS_ON)
    await office.waits_until(datetime(2030, 9, 8, 6, tzinfo=UTC))

    told = await state(office, known["id"])
    assert (told["dormant"], told["status"]) == (True, "prospect")
    assert told["dormant_by"]["months"] == 24
    assert told["dormant_by"]["source"]
    assert await office.said_about(known["id"]) == ["registered", "dormant"]


async def test_a_dormant_organisation_wakes_when_a_delegation_comes(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    await office.waits_until(TWO_YEARS_ON)

    await visit(office, known["id"], starts="2028-09-05", ends="2028-09-08")

    told = await state(office, known["id"])
    assert (told["dormant"], told["active_on"], told["dormant_by"]) == (False, "2028-09-08", None)
    assert await office.said_about(known["id"]) == ["registered", "dormant", "awakened"]


async def test_it_falls_asleep_again_two_years_after_the_last_activity(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    await office.waits_until(TWO_YEARS_ON)
    await visit(office, known["id"], starts="2028-09-05", ends="2028-09-08")

    await office.waits_until(datetime(2030, 9, 9, 6, tzinfo=UTC))

    assert await office.said_about(known["id"]) == ["registered", "dormant", "awakened", "dormant"]


ACTS: dict[str, dict[str, Any]] = {
    "partners.agreements.v1": {"signed_on": "2026-09-05", "in_force_on": "2027-01-01", "approved_on": "2026-09-02"},
    "partners.letters.v1": {"registered_on": "2026-09-05", "answered_on": None, "confidential": False},
    "events.visits.v1": {"status": "reported", "starts": "2026-09-04", "ends": "2026-09-05"},
    "mobility.mobilities.v1": {"status": "arrived", "actual_from": "2026-09-05", "actual_to": None},
    "mobility.trips.v1": {"status": "settled", "starts": "2026-09-03", "ends": "2026-09-05"},
}


@pytest.mark.parametrize("topic", ACTS)
async def test_every_room_and_service_counts(office: Office, topic: str) -> None:
    known = (await organisation(office, "Konstanz"))["id"]
    named = {
        "parties": [{"us": True}, {"organisation_id": known}],
        "correspondents": [{"organisation_id": known}],
        "organisations": [known],
        "receiver_id": known,
        "organisation_id": known,
    }
    told = {"id": uuid4(), "version": 3, "created_at": "2026-09-01T08:00:00Z", **named, **ACTS[topic]}

    await office.hears(topic, "thing.happened", told)

    assert (await state(office, known))["active_on"] == "2026-09-05"
    assert (await office.said_about(known))[-1] == "dealt_with"


async def test_the_same_day_is_told_once_and_an_old_word_changes_nothing(office: Office) -> None:
    known, id = (await organisation(office, "Konstanz"))["id"], uuid4()

    for version in (2, 2, 1):
        await visit(office, known, version=version, id=id, ends=f"2026-09-0{version}")
    await visit(office, known, ends="2026-09-02")

    assert (await state(office, known))["active_on"] == "2026-09-02"
    assert await office.said_about(known) == ["registered", "dealt_with"]


async def test_a_visit_to_come_or_called_off_counts_on_the_day_it_was_asked_for(office: Office) -> None:
    known = (await organisation(office, "Konstanz"))["id"]

    await visit(office, known, status="cancelled")
    await visit(office, known, starts="2026-12-01", ends="2026-12-03", status="in_progress")

    assert (await state(office, known))["active_on"] == "2026-08-01"


async def test_of_an_organisation_that_nobody_registered_nothing_is_told(office: Office) -> None:
    stranger = str(uuid4())

    await visit(office, stranger)

    assert await office.said_about(stranger) == []


async def test_what_happened_with_a_merged_one_happened_with_its_successor_until_they_part(office: Office) -> None:
    kept, old = await organisation(office, "Kept"), await organisation(office, "Old")
    await visit(office, old["id"], ends="2026-09-02")
    await merge(office, old, kept)
    assert (await state(office, kept["id"]))["active_on"] == "2026-09-02"

    await visit(office, old["id"], ends="2026-09-04")
    assert (await state(office, kept["id"]))["active_on"] == "2026-09-04"

    await separate(office, old)
    assert (await state(office, kept["id"]))["active_on"] is None
    assert (await state(office, old["id"]))["active_on"] == "2026-09-04"


async def test_an_archived_organisation_does_not_fall_asleep(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    await office.does("officer", "ArchiveOrganisation", id=known["id"], reason="Closed down.")

    await office.waits_until(TWO_YEARS_ON)

    assert await office.said_about(known["id"]) == ["registered", "archived"]
