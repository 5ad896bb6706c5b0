"""Somebody is going there: whoever looks after an agreement, and who goes, are told when there is something to say."""

from typing import Any
from uuid import uuid4

import pytest

from tests.office import Office
from tests.partners.agreements import history
from tests.partners.test_merging import merge, organisation

TRAVELLER = str(uuid4())
OWED: dict[str, Any] = {"text": {"en": "Ten scholarships"}, "due": "2026-12-31"}
DAYS = {"starts": "2026-10-05", "ends": "2026-10-09"}


def leg(country: str, city: str, *, back: bool = False) -> dict[str, str]:
    """From Ganja to a city, or home again."""
    there, home = {"country": country, "city": city}, {"country": "AZ", "city": "Gəncə"}
    start, end = (there, home) if back else (home, there)
    return {
        **{f"from_{name}": value for name, value in start.items()},
        **{f"to_{name}": value for name, value in end.items()},
    }


async def owing(office: Office, partner: str, **more: Any) -> Any:
    """An agreement in force under which something is still promised."""
    given = {"starts": None, "conditions": [], "obligations": [OWED], **more}
    return await history.signed(office, partner_id=partner, **given)


async def goes(office: Office, city: str = "Konstanz", version: int = 1, **more: Any) -> str:
    """A trip by an order, as partners hears of it."""
    trip = more.pop("id", None) or str(uuid4())
    begun = {"id": trip, "version": version, "created_at": "2026-09-01T08:00:00Z", **DAYS}
    legs = [leg("DE", city), leg("DE", city, back=True)]
    state = {**begun, "status": "approved", "person_id": TRAVELLER, "companion_ids": [], "legs": legs, **more}
    await office.hears("mobility.trips.v1", f"trip.{state['status']}", state)
    return str(trip)


async def near(office: Office, agreement: Any) -> list[dict[str, Any]]:
    """What was said of journeys to the partner."""
    said = await office.messages_about(agreement["id"])
    return [each["change"] for each in said if each["type"].endswith("journey_near.v1")]


async def test_a_trip_to_the_city_of_a_partner_is_told_once_to_the_owners_and_who_goes(office: Office) -> None:
    partner = await organisation(office, "University of Konstanz", city="Konstanz")
    agreement = await owing(office, partner["id"])

    trip = await goes(office, city="KONSTANZ")
    await goes(office, city="KONSTANZ", id=trip, version=2, status="advance_paid")

    [told] = await near(office, agreement)
    journey = told["journey"]
    assert (journey["kind"], journey["id"], journey["occasions"]) == ("trip", trip, ["obligation"])
    assert (told["person_ids"], told["tell"]) == ([TRAVELLER], ["owner", "backup", "person"])
    assert [each["id"] for each in (await history.reload(office, agreement))["journeys"]] == [trip]


@pytest.mark.parametrize(
    "more", [{"status": "submitted"}, {"status": "cancelled"}, {"ends": "2026-09-01", "starts": "2026-09-01"}], ids=str
)
async def test_what_is_not_sure_or_is_over_is_told_to_nobody(office: Office, more: dict[str, Any]) -> None:
    partner = await organisation(office, "University of Konstanz", city="Konstanz")
    agreement = await owing(office, partner["id"])

    await goes(office, **more)
    await goes(office, city="Kassel")

    assert await near(office, agreement) == []


async def test_where_nothing_is_owed_and_nothing_ends_nobody_is_told(office: Office) -> None:
    partner = await organisation(office, "University of Konstanz", city="Konstanz")
    settled = await owing(office, partner["id"], obligations=[])
    ending = await owing(office, partner["id"], obligations=[], ends="2026-11-30", kind="research")

    await goes(office)

    assert await near(office, settled) == []
    assert [each["journey"]["occasions"] for each in await near(office, ending)] == [["expiring"]]


async def test_a_delegation_of_ours_is_told_by_the_partner_that_it_names_under_any_identity(office: Office) -> None:
    partner, twin = await organisation(office, "University of Konstanz"), await organisation(office, "Uni Constance")
    agreement = await owing(office, twin["id"])
    await merge(office, twin, partner)
    visit: dict[str, Any] = {"id": str(uuid4()), "version": 1, "created_at": "2026-09-01T08:00:00Z", **DAYS}
    given = {**visit, "status": "confirmed", "organisations": [partner["id"]], "responsible_id": TRAVELLER}

    await office.hears("events.visits.v1", "visit.confirmed", {**given, "direction": "incoming", "id": str(uuid4())})
    await office.hears("events.visits.v1", "visit.confirmed", {**given, "direction": "outgoing"})

    [told] = await near(office, agreement)
    assert (told["journey"]["kind"], told["journey"]["id"], told["person_ids"]) == ("visit", visit["id"], [TRAVELLER])
