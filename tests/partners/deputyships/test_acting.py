"""An officer does in the head's place what waits for the head: on the days, by the token of an officer, and noted."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.clock import BAKU
from korpu_chassis.identity import subjects
from korpu_partners.calendar_feeds import CalendarFeed
from tests.office import Office
from tests.partners.agreements import history
from tests.partners.agreements.history import WRITER
from tests.partners.deputyships.absence import DEPUTY, named

ADDRESS = "leyla.mammadova@example.edu"


async def waiting(office: Office, **terms: Any) -> dict[str, Any]:
    """What is said to approve an agreement that waits for the head."""
    agreement = await history.in_review(office, **terms)
    return {"id": agreement["id"], "terms_version": agreement["terms_version"], "step": "department"}


async def test_a_deputy_approves_on_the_days_and_the_audit_says_in_whose_place(office: Office) -> None:
    await named(office)
    step = await waiting(office)
    assert await office.refuses("officer", "ApproveAgreement", **step, by=DEPUTY) == "forbidden"

    office.clock.move_to(datetime(2026, 9, 8, tzinfo=BAKU))
    assert await office.refuses("officer", "ApproveAgreement", **step) == "forbidden"
    assert await office.refuses("legal", "ApproveAgreement", **step, by=DEPUTY) == "agreement-not-your-step"
    assert await office.refuses("staff", "ApproveAgreement", **step, by=DEPUTY) == "forbidden"
    await office.does("officer", "ApproveAgreement", **step, by=DEPUTY)

    [*_, given] = await office.audit_of(step["id"])
    assert (given["subject"], given["in_place_of"], given["command"]) == ("officer-2", "head-1", "ApproveAgreement")
    told = (await office.asks("auditor", "GET", f"/agreement/{step['id']}/audit")).json()
    assert [each["in_place_of"] for each in told] == [None, None, "head-1"]


async def test_a_deputy_may_no_more_on_the_day_after(office: Office) -> None:
    await named(office)
    step = await waiting(office)
    office.clock.move_to(datetime(2026, 9, 10, 23, 59, tzinfo=BAKU))
    assert await office.refuses("officer", "ApproveAgreement", **step | {"terms_version": 7}, by=DEPUTY) != "forbidden"

    office.clock.move_to(datetime(2026, 9, 11, tzinfo=BAKU))

    assert await office.refuses("officer", "ApproveAgreement", **step, by=DEPUTY) == "forbidden"


async def test_a_deputy_may_no_more_once_it_is_ended(office: Office) -> None:
    begun = await named(office, first_day="2026-09-07")
    first, second = await waiting(office), await waiting(office)
    await office.does("officer", "ApproveAgreement", **first, by=DEPUTY)

    await office.does("head", "EndDeputyship", id=begun["id"])

    assert await office.refuses("officer", "ApproveAgreement", **second, by=DEPUTY) == "forbidden"


async def test_a_deputy_approves_nothing_of_their_own(office: Office) -> None:
    await named(office, deputy="writer", first_day="2026-09-07")
    step = await waiting(office)

    assert await office.refuses("officer", "ApproveAgreement", **step, by=WRITER) == "agreement-approver-is-author"


async def test_a_deputy_is_known_under_the_id_that_hides_an_address(office: Office) -> None:
    subjects.hide_with("a key for this test alone")
    try:
        begun = await named(office, deputy=ADDRESS, first_day="2026-09-07")
        hidden = subjects.opaque(ADDRESS)
    finally:
        subjects.hide_with(None)
    step = await waiting(office)

    await office.does("officer", "ApproveAgreement", **step, by={"subject": hidden})

    assert begun["deputy"] == hidden
    assert "leyla" not in str(await office.messages_about(begun["id"]))


async def test_what_an_officer_may_anyway_is_done_in_nobodys_place(office: Office) -> None:
    await named(office, first_day="2026-09-07")
    names = [{"language": "en", "kind": "label", "text": "University of Konstanz"}]
    given = {"names": names, "kinds": ["university"], "scope": "foreign", "country": "DE"}

    known = await office.does("officer", "RegisterOrganisation", **given, by=DEPUTY)

    assert [each["in_place_of"] for each in await office.audit_of(known["id"])] == [None]


async def test_a_calendar_link_keeps_what_the_token_says_and_nothing_that_is_lent(office: Office) -> None:
    await named(office, first_day="2026-09-07")

    await office.asks("officer", "POST", "/calendars", json={}, **DEPUTY)
    await office.asks("officer", "GET", "/calendars", **DEPUTY)

    async with office.database.transaction() as session:
        kept = (await session.scalars(select(col(CalendarFeed.roles)))).all()
    assert kept == [["officer"]]
