"""From the plan of a trip to the order: what is asked, who decides, and what stands in the way."""

from typing import Any
from uuid import uuid4

import pytest

from tests.mobility.trips.conftest import ORDER, Trips, themselves, way


async def test_a_trip_is_planned_asked_for_and_approved_by_an_order(office: Trips) -> None:
    agreement, inviting = await office.agreement(), await office.organisation()
    links = {name: str(uuid4()) for name in ("visit_id", "project_id", "letter_id")}
    trip = await office.trip(agreement_id=str(agreement.id), organisation_id=inviting, **links)
    await office.does("officer", "SubmitTrip", id=trip["id"])

    done = await office.does("head", "ApproveTrip", id=trip["id"], **ORDER)

    assert (done["status"], done["state"]["order_number"], done["state"]["order_date"]) == (
        "approved",
        "18-E",
        "2026-11-23",
    )
    assert done["state"]["approvals"] == [{"by": "head", "on": "2026-11-23"}]
    assert {name: done["state"][name] for name in links} == links
    assert (done["state"]["starts"], done["state"]["ends"], done["state"]["countries"]) == (
        "2026-12-07",
        "2026-12-11",
        ["DE"],
    )
    assert done["state"]["code"] == "TRP-2026-0001"
    assert await office.said_about(trip["id"]) == ["drafted", "submitted", "approved"]
    messages = await office.messages_about(trip["id"])
    assert messages[1]["change"] == {"approvers": ["head"]}
    assert {each["headers"]["ce_correlationid"] for each in messages} == {str(agreement.correlation_id)}


async def test_the_rectorate_decides_on_the_leadership_and_the_head_on_the_others(office: Trips) -> None:
    dean, lecturer = await office.submitted(level="leadership"), await office.submitted()

    wrong = [
        await office.refuses("head", "ApproveTrip", id=dean["id"], **ORDER),
        await office.refuses("rectorate", "ApproveTrip", id=lecturer["id"], **ORDER),
    ]
    right = [
        await office.does("rectorate", "ApproveTrip", id=dean["id"], **ORDER),
        await office.does("head", "ApproveTrip", id=lecturer["id"], **ORDER),
    ]

    assert wrong == ["trip-approval-not-yours"] * 2
    assert [each["state"]["approvals"][0]["by"] for each in right] == ["rectorate", "head"]


async def test_nobody_approves_what_they_wrote_submitted_or_go_on(office: Trips) -> None:
    traveller, companion = await office.lecturer(), await office.lecturer()
    written = await office.does("head", "DraftTrip", **office.plan(await office.lecturer()))
    await office.does("officer", "SubmitTrip", id=written["id"])
    sent = await office.trip(traveller, companion_ids=[companion])
    await office.does("head", "SubmitTrip", id=sent["id"], by={"subject": "head-2"})
    approve = "head", "ApproveTrip"

    codes = [
        await office.refuses(*approve, id=written["id"], **ORDER),
        await office.refuses(*approve, id=sent["id"], by={"subject": "head-2"}, **ORDER),
        await office.refuses(*approve, id=sent["id"], by=themselves(traveller), **ORDER),
        await office.refuses(*approve, id=sent["id"], by=themselves(companion), **ORDER),
    ]

    assert codes == ["trip-own-approval"] * 4
    assert (await office.does(*approve, id=sent["id"], **ORDER))["status"] == "approved"


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ({}, "trip-order-missing"),
        ({"order_number": "18-E"}, "trip-order-missing"),
        ({"order_date": "2026-11-23"}, "trip-order-missing"),
        ({"order_number": "18-E", "order_date": "2026-11-24"}, "trip-order-in-future"),
    ],
)
async def test_a_trip_is_approved_by_an_order_that_is_there(office: Trips, order: dict[str, Any], code: str) -> None:
    trip = await office.submitted()

    assert await office.refuses("head", "ApproveTrip", id=trip["id"], **order) == code
    assert (await office.shown(trip))["status"] == "submitted"


async def test_a_trip_is_returned_mended_and_asked_for_again(office: Trips) -> None:
    trip = await office.submitted()
    returned = await office.does("head", "ReturnTrip", id=trip["id"], reason="Bring the invitation")

    await office.does("officer", "ChangeTrip", id=trip["id"], purpose="Talks and a lecture", legs=way("2026-12-08"))
    again = await office.does("officer", "SubmitTrip", id=trip["id"])

    assert returned["status"] == "returned"
    assert (again["status"], again["state"]["starts"], again["state"]["purpose"]) == (
        "submitted",
        "2026-12-08",
        "Talks and a lecture",
    )
    assert await office.said_about(trip["id"]) == ["drafted", "submitted", "returned", "changed", "submitted"]
    assert (await office.messages_about(trip["id"]))[2]["change"] == {"approved_before": False}


async def test_an_approved_trip_that_must_change_is_decided_on_again(office: Trips) -> None:
    trip = await office.approved()

    changed = await office.refuses("officer", "ChangeTrip", id=trip["id"], purpose="Another")
    returned = await office.does("head", "ReturnTrip", id=trip["id"], reason="The host moved the days")

    assert changed == "wrong-status"
    assert (returned["state"]["approvals"], returned["state"]["order_number"]) == ([], None)
    assert (await office.messages_about(trip["id"]))[-1]["change"] == {"approved_before": True}


async def test_a_no_and_its_reason(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await office.submitted(lecturer)

    rejected = await office.does("head", "RejectTrip", id=trip["id"], reason="No money is left this year")

    assert rejected["status"] == "rejected"
    assert await office.told("staff", trip, "reason", **themselves(lecturer)) == [
        {"reason": "No money is left this year"}
    ]
    assert (await office.submitted(lecturer))["status"] == "submitted"


@pytest.mark.parametrize("until", ["draft", "submitted", "returned", "approved"])
async def test_a_trip_that_has_not_begun_is_cancelled(office: Trips, until: str) -> None:
    lecturer = await office.lecturer()
    trip = await office.trip(lecturer)
    if until != "draft":
        await office.does("officer", "SubmitTrip", id=trip["id"])
    if until == "returned":
        await office.does("head", "ReturnTrip", id=trip["id"], reason="Bring the invitation")
    if until == "approved":
        await office.does("head", "ApproveTrip", id=trip["id"], **ORDER)

    told = {"cause": "host", "reason": "The congress was called off"}
    done = await office.does("staff", "CancelTrip", id=trip["id"], by=themselves(lecturer), **told)

    assert (done["status"], done["state"]["cause"]) == ("cancelled", "host")
    assert (await office.messages_about(trip["id"]))[-1]["change"] == {"cause": "host", "to_return": None}


async def test_two_trips_of_one_person_do_not_overlap(office: Trips) -> None:
    lecturer, other = await office.lecturer(), await office.lecturer()
    first = await office.submitted(lecturer)
    alone = await office.trip(lecturer, legs=way("2026-12-10", "2026-12-15"))
    along = await office.trip(other, companion_ids=[lecturer], legs=way("2026-12-01", "2026-12-08"))

    codes = [await office.refuses("officer", "SubmitTrip", id=each["id"]) for each in (alone, along)]
    await office.does("officer", "CancelTrip", id=first["id"], cause="own_wish", reason="Has to teach")

    assert codes == ["trip-overlaps"] * 2
    assert (await office.does("officer", "SubmitTrip", id=along["id"]))["status"] == "submitted"
    await office.does("officer", "ChangeTrip", id=alone["id"], legs=way("2026-12-08", "2026-12-12"))
    assert (await office.does("officer", "SubmitTrip", id=alone["id"]))["status"] == "submitted"


async def test_who_travels_is_of_the_staff_and_goes_once(office: Trips) -> None:
    lecturer, student = await office.lecturer(), await office.person()
    erased = await office.lecturer()
    await office.does("officer", "ErasePerson", id=erased, basis="own_request")
    draft = "officer", "DraftTrip"

    codes = [
        await office.refuses(*draft, **office.plan(student)),
        await office.refuses(*draft, **office.plan(str(uuid4()))),
        await office.refuses(*draft, **office.plan(erased)),
        await office.refuses(*draft, **office.plan(lecturer, companion_ids=[student])),
        await office.refuses(*draft, **office.plan(lecturer, cover_id=student)),
        await office.refuses(*draft, **office.plan(lecturer, companion_ids=[lecturer])),
    ]
    trip = await office.trip(lecturer)

    assert codes == ["trip-traveller-unknown"] * 5 + ["trip-companion-twice"]
    change = "officer", "ChangeTrip"
    assert await office.refuses(*change, id=trip["id"], companion_ids=[lecturer]) == "trip-companion-twice"
    assert await office.refuses(*change, id=trip["id"], cover_id=student) == "trip-traveller-unknown"


async def test_one_who_was_erased_meanwhile_is_not_sent(office: Trips) -> None:
    colleague = await office.lecturer()
    trip = await office.trip(companion_ids=[colleague])
    await office.does("officer", "ErasePerson", id=colleague, basis="own_request")

    assert await office.refuses("officer", "SubmitTrip", id=trip["id"]) == "trip-traveller-unknown"


async def test_a_way_that_cannot_be_gone_is_refused_whether_new_or_changed(office: Trips) -> None:
    there, back = way()
    ways = {
        "trip-leg-reversed": [there | {"arrives": "2026-12-06"}, back],
        "trip-leg-before-last": [there, back | {"departs": "2026-12-06"}],
        "trip-route-broken": [there, back | {"from_city": "Bonn"}],
        "trip-not-abroad": [there | {"to_country": "AZ"}],
    }
    trip = await office.trip()

    codes = [
        (
            await office.refuses("officer", "DraftTrip", **office.plan(await office.lecturer(), legs=legs)),
            await office.refuses("officer", "ChangeTrip", id=trip["id"], legs=legs),
        )
        for legs in ways.values()
    ]

    assert codes == [(code, code) for code in ways]


async def test_leave_is_asked_for_before_leaving(office: Trips) -> None:
    trip = await office.trip(legs=way("2026-11-22", "2026-11-30"))

    assert await office.refuses("officer", "SubmitTrip", id=trip["id"]) == "trip-first-day-passed"


async def test_what_a_trip_rests_on_is_known_here(office: Trips) -> None:
    trip, nowhere = await office.trip(), str(uuid4())
    change = "officer", "ChangeTrip"

    codes = [
        await office.refuses("officer", "DraftTrip", **office.plan(await office.lecturer(), agreement_id=nowhere)),
        await office.refuses(*change, id=trip["id"], organisation_id=nowhere),
        await office.refuses(*change, id=trip["id"], agreement_id=nowhere),
    ]
    resting = await office.does(*change, id=trip["id"], organisation_id=await office.organisation("suspended"))

    assert codes == ["trip-link-unknown"] * 3
    assert [each["code"] for each in resting["warnings"]] == ["trip-partner-resting"]


async def test_who_asks_is_warned_of_teaching_without_cover_and_of_missing_insurance(office: Trips) -> None:
    trip = await office.trip()
    insured = {"company": "PAŞA Sığorta", "number": "T-4711", "valid_to": "2026-12-11"}
    covered = await office.trip(cover_id=await office.lecturer())
    await office.does("officer", "RecordTripInsurance", id=covered["id"], insurance=insured)

    warned = await office.does("officer", "SubmitTrip", id=trip["id"])
    silent = await office.does("officer", "SubmitTrip", id=covered["id"])

    assert [each["code"] for each in warned["warnings"]] == ["trip-cover-missing", "trip-insurance-missing"]
    assert (silent["warnings"], silent["state"]["insured_until"]) == ([], "2026-12-11")
