"""Who acts in the head's place, as partners tell it: on the days, until it ends, and by an officer's token alone."""

from datetime import datetime
from typing import Any

import pytest

from korpu_chassis.clock import BAKU
from tests.events.delegations import a_visit
from tests.office import Office

DEPUTY: dict[str, Any] = {"subject": "officer-2"}
DEPUTYSHIP: dict[str, Any] = {
    "id": "0198a5c0-0000-7000-8000-0000000000d1",
    "version": 1,
    "status": "planned",
    "head": "head-7",
    "deputy": "officer-2",
    "first_day": "2026-09-08",
    "last_day": "2026-09-10",
}


async def hears(office: Office, **state: Any) -> None:
    """Partners say how a deputyship stands."""
    office.sees_at_once()
    await office.hears("partners.deputyships.v1", "deputyship.named", {**DEPUTYSHIP, **state})


@pytest.mark.parametrize(
    ("moment", "acts"),
    [
        (datetime(2026, 9, 7, 23, 59, 59, tzinfo=BAKU), False),
        (datetime(2026, 9, 8, 0, 0, tzinfo=BAKU), True),
        (datetime(2026, 9, 10, 23, 59, 59, tzinfo=BAKU), True),
        (datetime(2026, 9, 11, 0, 0, tzinfo=BAKU), False),
    ],
)
async def test_a_deputy_approves_on_the_days_and_not_before_or_after(
    office: Office, moment: datetime, *, acts: bool
) -> None:
    visit = await a_visit(office, "screening")
    await hears(office)
    office.clock.move_to(moment)

    if acts:
        await office.does("officer", "ApproveVisit", id=visit["id"], by=DEPUTY)
    else:
        assert await office.refuses("officer", "ApproveVisit", id=visit["id"], by=DEPUTY) == "forbidden"

    [*_, last] = await office.audit_of(visit["id"])
    assert (last["subject"], last["in_place_of"]) == (("officer-2", "head-7") if acts else ("officer-1", None))


async def test_a_deputy_may_no_more_once_it_is_ended_whatever_comes_late(office: Office) -> None:
    visit = await a_visit(office, "screening")
    await hears(office, version=2, status="in_force")
    office.clock.move_to(datetime(2026, 9, 8, 9, tzinfo=BAKU))

    await hears(office, version=3, status="ended")
    await hears(office, version=2, status="in_force")

    assert await office.refuses("officer", "ApproveVisit", id=visit["id"], by=DEPUTY) == "forbidden"


async def test_naming_somebody_makes_no_officer_of_them_and_no_deputy_of_others(office: Office) -> None:
    visit = await a_visit(office, "screening")
    await hears(office)
    office.clock.move_to(datetime(2026, 9, 8, 9, tzinfo=BAKU))

    assert await office.refuses("staff", "ApproveVisit", id=visit["id"], by=DEPUTY) == "forbidden"
    assert await office.refuses("finance", "ApproveVisit", id=visit["id"], by=DEPUTY) == "forbidden"
    assert await office.refuses("officer", "ApproveVisit", id=visit["id"], by={"subject": "officer-3"}) == "forbidden"


async def test_a_deputy_does_not_approve_what_they_asked_for(office: Office) -> None:
    visit = await a_visit(office, "screening")
    await hears(office, deputy="officer-1")
    office.clock.move_to(datetime(2026, 9, 8, 9, tzinfo=BAKU))

    assert await office.refuses("officer", "ApproveVisit", id=visit["id"]) == "visit-approver-is-author"
