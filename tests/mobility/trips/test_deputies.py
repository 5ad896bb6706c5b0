"""Who acts in the head's place, as partners tell it: on the days, until it ends, and by an officer's token alone."""

from datetime import datetime
from typing import Any

import pytest

from korpu_chassis.clock import BAKU
from tests.mobility.trips.conftest import ORDER, Trips

DEPUTY: dict[str, Any] = {"subject": "officer-2"}
DEPUTYSHIP: dict[str, Any] = {
    "id": "0198a5c0-0000-7000-8000-0000000000d1",
    "version": 1,
    "status": "planned",
    "head": "head-7",
    "deputy": "officer-2",
    "first_day": "2026-11-24",
    "last_day": "2026-11-26",
}


async def hears(office: Trips, **state: Any) -> None:
    """Partners say how a deputyship stands."""
    office.sees_at_once()
    await office.hears("partners.deputyships.v1", "deputyship.named", {**DEPUTYSHIP, **state})


@pytest.mark.parametrize(
    ("moment", "acts"),
    [
        (datetime(2026, 11, 23, 23, 59, 59, tzinfo=BAKU), False),
        (datetime(2026, 11, 24, 0, 0, tzinfo=BAKU), True),
        (datetime(2026, 11, 26, 23, 59, 59, tzinfo=BAKU), True),
        (datetime(2026, 11, 27, 0, 0, tzinfo=BAKU), False),
    ],
)
async def test_a_deputy_approves_on_the_days_and_not_before_or_after(
    office: Trips, moment: datetime, *, acts: bool
) -> None:
    trip = await office.submitted()
    await hears(office)
    office.clock.move_to(moment)

    if acts:
        await office.does("officer", "ApproveTrip", id=trip["id"], **ORDER, by=DEPUTY)
    else:
        assert await office.refuses("officer", "ApproveTrip", id=trip["id"], **ORDER, by=DEPUTY) == "forbidden"

    [*_, last] = await office.audit_of(trip["id"])
    assert (last["subject"], last["in_place_of"]) == (("officer-2", "head-7") if acts else ("officer-1", None))


async def test_a_deputy_may_no_more_once_it_is_ended_whatever_comes_late(office: Trips) -> None:
    trip = await office.submitted()
    await hears(office, version=2, status="in_force")
    office.clock.move_to(datetime(2026, 11, 24, 9, tzinfo=BAKU))

    await hears(office, version=3, status="ended")
    await hears(office, version=2, status="in_force")

    assert await office.refuses("officer", "ApproveTrip", id=trip["id"], **ORDER, by=DEPUTY) == "forbidden"


async def test_naming_somebody_makes_no_officer_of_them_and_no_deputy_of_others(office: Trips) -> None:
    trip = await office.submitted()
    await hears(office)
    office.clock.move_to(datetime(2026, 11, 24, 9, tzinfo=BAKU))

    assert await office.refuses("staff", "ApproveTrip", id=trip["id"], **ORDER, by=DEPUTY) == "forbidden"
    assert await office.refuses("finance", "ApproveTrip", id=trip["id"], **ORDER, by=DEPUTY) == "forbidden"
    assert (
        await office.refuses("officer", "ApproveTrip", id=trip["id"], **ORDER, by={"subject": "officer-3"})
        == "forbidden"
    )


async def test_a_deputy_does_not_approve_what_they_asked_for(office: Trips) -> None:
    trip = await office.submitted()
    await hears(office, deputy="officer-1")
    office.clock.move_to(datetime(2026, 11, 24, 9, tzinfo=BAKU))

    assert await office.refuses("officer", "ApproveTrip", id=trip["id"], **ORDER) == "trip-own-approval"
