"""Trips in the diary: whoever is sent abroad by an order is busy here on its days."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.events.conferences import a_session, an_event
from tests.events.delegations import DEAN, RECTOR, a_visit, booked
from tests.office import Office, Refused


async def a_trip(office: Office, status: str = "approved", version: int = 1, **more: Any) -> UUID:
    """A trip of the rector as mobility tells of it."""
    trip = more.pop("id", None) or uuid4()
    said = {"code": "TRP-2026-001", "purpose": "Talks in Kassel", "person_id": RECTOR, "companion_ids": [DEAN]}
    days = {"starts": "2026-10-05", "ends": "2026-10-06", "visit_id": None}
    state = {"id": trip, "version": version, "status": status, **said, **days, **more}
    await office.hears("mobility.trips.v1", f"trip.{status}", state)
    return UUID(str(trip))


@pytest.mark.parametrize(("person", "path"), [(RECTOR, "speakers.0"), (DEAN, "speakers.0")])
async def test_who_is_abroad_speaks_at_no_event_and_the_trip_is_named(office: Office, person: UUID, path: str) -> None:
    event = await an_event(office)
    await a_trip(office)

    with pytest.raises(Refused) as refused:
        await office.does("officer", "AddEventSession", id=event["id"], **a_session(speakers=[person]))

    assert (refused.value.code, refused.value.problem["path"]) == ("programme-already-booked", path)
    assert "TRP-2026-001" in refused.value.problem["detail"]
    assert "Talks in Kassel" in refused.value.problem["detail"]


@pytest.mark.parametrize("status", ["draft", "submitted", "returned", "rejected", "cancelled"])
async def test_a_trip_without_an_order_keeps_nobody(office: Office, status: str) -> None:
    await a_trip(office, status)

    await booked(office, await a_visit(office), host_id=RECTOR)


async def test_a_trip_that_is_called_off_frees_who_would_travel_and_an_older_word_changes_nothing(
    office: Office,
) -> None:
    trip = await a_trip(office, version=2)
    await a_trip(office, "cancelled", 3, id=trip)
    await a_trip(office, version=1, id=trip)

    await booked(office, await a_visit(office), host_id=RECTOR)


async def test_a_trip_moves_and_the_days_after_it_are_free(office: Office) -> None:
    visit, trip = await a_visit(office), await a_trip(office)
    await a_trip(office, "travelling", 2, id=trip, starts="2026-10-06", ends="2026-10-07")

    await booked(office, visit, host_id=RECTOR)
    with pytest.raises(Refused, match="TRP-2026-001"):
        await booked(office, visit, starts="2026-10-06T10:00", ends="2026-10-06T11:00", host_id=RECTOR)


async def test_a_trip_that_belongs_to_a_visit_does_not_hinder_it(office: Office) -> None:
    abroad = await a_visit(office, "approved", direction="outgoing")
    await a_trip(office, visit_id=abroad["id"])

    await office.does("officer", "NameHosts", id=abroad["id"], hosts=[{"person_id": RECTOR, "rank": "rector"}])


async def test_who_is_booked_here_is_sent_abroad_all_the_same_and_other_hours_can_still_be_changed(
    office: Office,
) -> None:
    visit = await booked(office, await a_visit(office), host_id=RECTOR)
    await a_trip(office)

    await booked(office, visit, starts="2026-10-05T14:00", ends="2026-10-05T15:00", room="Senate")
    days: dict[str, Any] = {"starts": "2026-10-05", "ends": "2026-10-08"}
    await office.does("officer", "RescheduleVisit", id=visit["id"], **days)
    with pytest.raises(Refused, match="TRP-2026-001"):
        await booked(office, visit, starts="2026-10-06T14:00", ends="2026-10-06T15:00", host_id=RECTOR)
