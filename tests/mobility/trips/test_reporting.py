"""What the clock says of a trip, and how it is reported on, accepted and settled."""

from datetime import date
from typing import Any

import pytest

from korpu_chassis.workdays.counting import working_days_after
from korpu_mobility.trips.rules import REPORT_WITHIN, report_due_after
from tests.mobility.conftest import baku
from tests.mobility.trips.conftest import Trips, themselves, way
from tests.mobility.trips.test_money import ADVANCE, given, with_advance

REPORT: dict[str, Any] = {"report": "Both faculties want a joint master's programme; Rəşad drafts it"}
TAXI: dict[str, Any] = {"payer": "own", "what": "Taxi", "actual": {"amount": "30.50", "currency": "EUR"}}
DINNER: dict[str, Any] = {"payer": "host", "what": "Dinner", "actual": {"amount": "45", "currency": "EUR"}}
FLIGHT: dict[str, Any] = {"payer": "own", "what": "Flight", "actual": {"amount": "350", "currency": "AZN"}}
__all__ = ["given"]


async def back(office: Trips, person: str | None = None, **plan: Any) -> Any:
    """Somebody has come home and is to report; the trip had its days from 7 to 11 December."""
    trip = await office.approved(person, **plan)
    await office.waits_until(baku(2026, 12, 12, 9))
    return trip


async def test_the_clock_lets_a_trip_begin_end_and_ask_for_its_report(office: Trips) -> None:
    trip, paid, never = await office.approved(), await with_advance(office), await office.submitted()

    await office.waits_until(baku(2026, 12, 6, 23))
    before = (await office.shown(trip))["status"]
    await office.waits_until(baku(2026, 12, 7))
    during = [(await office.shown(each))["status"] for each in (trip, paid, never)]
    await office.waits_until(baku(2026, 12, 11, 23))
    last = (await office.shown(trip))["status"]
    await office.waits_until(baku(2026, 12, 12))

    after = await office.shown(trip)
    assert (before, during, last) == ("approved", ["travelling", "travelling", "submitted"], "travelling")
    assert (after["status"], after["report_due"]) == ("report_due", "2026-12-25")
    assert await office.said_about(trip["id"]) == ["drafted", "submitted", "approved", "begun", "report_due"]
    assert (await office.messages_about(trip["id"]))[-1]["change"] == {"due": "2026-12-25"}


def test_ten_working_days_leave_weekends_and_holidays_out() -> None:
    assert report_due_after(date(2026, 12, 11)) == date(2026, 12, 25)
    assert report_due_after(date(2026, 12, 25)) == working_days_after(date(2026, 12, 25), 10) > date(2027, 1, 8)
    assert [(each.working_days, bool(each.source)) for each in REPORT_WITHIN.forms()] == [(10, True)]


async def test_a_report_is_reminded_of_told_to_the_head_and_asked_for_again(office: Trips) -> None:
    trip = await back(office)

    await office.waits_until(baku(2026, 12, 23))
    soon = (await office.messages_about(trip["id"]))[-1]
    await office.waits_until(baku(2026, 12, 26))
    overdue = (await office.messages_about(trip["id"]))[-1]
    await office.waits_until(baku(2027, 3, 1))

    assert (soon["type"].split(".")[-2], soon["change"]) == ("report_reminded", {"due": "2026-12-25", "late": False})
    assert (overdue["type"].split(".")[-2], overdue["change"]) == (
        "report_overdue",
        {"due": "2026-12-25", "tell": ["head"]},
    )
    assert (await office.shown(trip))["overdue"] is True
    assert (await office.said_about(trip["id"]))[-4:] == ["report_overdue", *["report_reminded"] * 3]
    assert (await office.messages_about(trip["id"]))[-1]["change"] == {"due": "2026-12-25", "late": True}


async def test_who_owes_a_report_asks_for_no_other_trip_unless_the_head_waives_it(office: Trips) -> None:
    lecturer = await office.lecturer()
    late = await back(office, lecturer)
    later = [await office.trip(lecturer, legs=way(f"2027-0{month}-01", f"2027-0{month}-05")) for month in (4, 5)]
    in_time = await office.does("officer", "SubmitTrip", id=later[0]["id"])
    await office.waits_until(baku(2026, 12, 26))
    submit = "officer", "SubmitTrip"

    refused = await office.refuses(*submit, id=later[1]["id"])
    not_the_head = await office.refuses("officer", "WaiveTripReport", id=later[1]["id"], reason="Rəşad is in hospital")
    await office.does("head", "WaiveTripReport", id=later[1]["id"], reason="Rəşad is in hospital")
    waived = await office.does(*submit, id=later[1]["id"])
    third = await office.trip(lecturer, legs=way("2027-06-01", "2027-06-05"))
    again = await office.refuses(*submit, id=third["id"])
    await office.does("staff", "ReportTrip", id=late["id"], by=themselves(lecturer), **REPORT)

    assert (in_time["status"], refused, not_the_head) == ("submitted", "trip-report-owed", "forbidden")
    assert (waived["status"], waived["state"]["waived"], again) == ("submitted", True, "trip-report-owed")
    assert (await office.does(*submit, id=third["id"]))["status"] == "submitted"
    assert "hospital" not in f"{await office.messages_about(later[1]['id'])}"


async def test_a_report_is_given_back_and_accepted_by_somebody_else(office: Trips) -> None:
    lecturer, companion = await office.lecturer(), await office.lecturer()
    trip = await back(office, lecturer, companion_ids=[companion])
    await office.does("head", "ReportTrip", id=trip["id"], by={"subject": "head-2", "person_id": None}, **REPORT)

    returned = await office.does("head", "ReturnTripReport", id=trip["id"], reason="Rəşad has to name the amounts")
    reason = await office.told("staff", trip, "reason", **themselves(lecturer))
    await office.does("head", "ReportTrip", id=trip["id"], by={"subject": "head-2"}, **REPORT, spent=[TAXI])
    accept = "head", "AcceptTripReport"
    codes = [
        await office.refuses(*accept, id=trip["id"], by={"subject": "head-2"}),
        await office.refuses(*accept, id=trip["id"], by=themselves(lecturer)),
        await office.refuses(*accept, id=trip["id"], by=themselves(companion)),
        await office.refuses("officer", "AcceptTripReport", id=trip["id"]),
    ]
    done = await office.does(*accept, id=trip["id"])

    assert (returned["status"], returned["state"]["report_due"]) == ("report_due", "2026-12-25")
    assert reason == [{"reason": "Rəşad has to name the amounts"}]
    assert codes == [*["trip-own-report"] * 3, "forbidden"]
    assert (done["status"], done["state"]["accepted_on"]) == ("accepted", "2026-12-12")


@pytest.mark.usefixtures("given")
async def test_a_trip_is_settled_by_what_the_university_paid_and_finance_hears_the_sign(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await office.trip(lecturer)
    await office.does("officer", "PlanTripMoney", id=trip["id"], allowance=True)
    await office.does("officer", "SubmitTrip", id=trip["id"])
    order = {"order_number": "18-E", "order_date": "2026-11-23"}
    await office.does("head", "ApproveTrip", id=trip["id"], **order)  # type: ignore[arg-type]
    await office.does("finance", "RecordTripAdvance", id=trip["id"], **ADVANCE)
    await office.waits_until(baku(2026, 12, 12, 9))
    before = await office.told("finance", trip, "balance")
    spent = [TAXI, DINNER, FLIGHT]
    await office.does("staff", "ReportTrip", id=trip["id"], by=themselves(lecturer), **REPORT, spent=spent)
    await office.does("head", "AcceptTripReport", id=trip["id"])
    codes = [await office.refuses(role, "SettleTrip", id=trip["id"]) for role in ("officer", "head", "rectorate")]

    done = await office.does("finance", "SettleTrip", id=trip["id"])

    assert (before, codes) == ([{"balance": []}], ["forbidden"] * 3)
    assert (done["status"], done["state"]["settled_on"]) == ("settled", "2026-12-12")
    # 3 × 100.50 + 120 of allowance, 30.50 for the taxi, less 400 of the advance.
    balance = [{"amount": "350", "currency": "AZN"}, {"amount": "52.00", "currency": "EUR"}]
    assert (await office.messages_about(trip["id"]))[-1]["change"] == {"balance": balance}
    assert await office.told("finance", trip, "balance", "spent") == [{"balance": balance, "spent": spent}]


async def test_what_is_left_of_an_advance_goes_back(office: Trips) -> None:
    trip = await with_advance(office)
    await office.waits_until(baku(2026, 12, 12, 9))
    await office.does("officer", "ReportTrip", id=trip["id"], **REPORT, spent=[TAXI])
    await office.does("head", "AcceptTripReport", id=trip["id"])

    await office.does("finance", "SettleTrip", id=trip["id"])

    said = (await office.messages_about(trip["id"]))[-1]
    assert said["change"] == {"balance": [{"amount": "-369.50", "currency": "EUR"}]}


async def test_a_report_stays_with_its_owner_and_goes_with_the_person(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await back(office, lecturer)
    await office.does("officer", "ReportTrip", id=trip["id"], **REPORT)

    readers = {
        role: await office.told(role, trip, "report", **who)
        for role, who in {
            "officer": {}, "finance": {}, "rectorate": {}, "auditor": {}, "staff": themselves(lecturer),
            "faculty_coordinator": {"units": ["philology"]}, "student": {}, "legal": {},
        }.items()
    }  # fmt: skip
    said = f"{await office.messages_about(trip['id'])}{[each['changes'] for each in await office.audit_of(trip['id'])]}"
    await office.does("officer", "ErasePerson", id=lecturer, basis="own_request")

    assert {role for role, told in readers.items() if not told} == {"student", "legal"}
    assert "drafts it" not in said
    assert await office.told("officer", trip, "report") == [{"report": None}]
    assert (await office.shown(trip))["status"] == "reported"


async def test_a_trip_that_did_not_begin_after_all_is_called_off_on_its_days(office: Trips) -> None:
    trip, other = await with_advance(office), await office.approved()
    await office.waits_until(baku(2026, 12, 7, 9))
    off: dict[str, Any] = {"cause": "force_majeure", "reason": "The airport was closed"}

    done = await office.does("officer", "CancelTrip", id=trip["id"], **off)

    assert done["status"] == "cancelled"
    assert (await office.messages_about(trip["id"]))[-1]["change"]["to_return"] == ADVANCE["advance"]
    await office.waits_until(baku(2026, 12, 12))
    assert await office.refuses("officer", "CancelTrip", id=other["id"], **off) == "wrong-status"
