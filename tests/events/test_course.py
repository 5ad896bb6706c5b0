"""The course of a visit by the calendar: begun, put off, moved, called off, over, overdue, closed."""

from typing import Any

import pytest

from tests.events.delegations import OFFICER, a_visit, local
from tests.office import Office


async def test_a_visit_goes_the_whole_way_and_says_each_step(office: Office) -> None:
    visit = await a_visit(office, "closed")

    assert visit["status"] == "closed"
    assert await office.said_about(visit["id"]) == [
        "requested",
        "screening_began",
        "checked",
        "approved",
        "planned",
        "confirmed",
        "started",
        "completed",
        "reported",
        "no_follow_up",
        "closed",
    ]
    assert visit["version"] == 11


async def test_the_one_who_plans_is_responsible(office: Office) -> None:
    visit = await a_visit(office, "planning")

    assert visit["state"]["responsible_id"] == str(OFFICER)


async def test_a_visit_begins_on_its_first_day(office: Office) -> None:
    visit = await a_visit(office, "confirmed")
    office.clock.move_to(local("2026-10-04T23:59"))

    assert await office.refuses("officer", "StartVisit", id=visit["id"]) == "visit-not-begun"

    office.clock.move_to(local("2026-10-05T00:00"))
    assert (await office.does("officer", "StartVisit", id=visit["id"]))["status"] == "in_progress"


@pytest.mark.parametrize(
    ("on", "code"), [("2026-10-04", "visit-not-begun"), ("2026-10-06", "visit-completed-in-the-future")]
)
async def test_a_visit_ends_after_its_first_day_and_not_tomorrow(office: Office, on: str, code: str) -> None:
    visit = await a_visit(office, "in_progress")

    assert await office.refuses("officer", "CompleteVisit", id=visit["id"], on=on) == code


async def test_a_visit_whose_last_day_passed_unmarked_is_told_once(office: Office) -> None:
    visit = await a_visit(office, "confirmed")

    await office.waits_until(local("2026-10-07T23:58"))
    assert "completion_due" not in await office.said_about(visit["id"])
    await office.waits_until(local("2026-10-08T08:00"))
    await office.waits_until(local("2026-10-20T08:00"))

    assert (await office.said_about(visit["id"])).count("completion_due") == 1


@pytest.mark.parametrize("until", ["planning", "in_progress"])
async def test_a_visit_that_nobody_completes_is_overdue_three_days_later_until_somebody_acts(
    office: Office, until: str
) -> None:
    visit = await a_visit(office, until)

    await office.waits_until(local("2026-10-10T23:58"))
    assert "completion_overdue" not in await office.said_about(visit["id"])
    await office.waits_until(local("2026-10-11T00:00"))
    await office.waits_until(local("2026-10-30T08:00"))

    told = [each for each in await office.messages_about(visit["id"]) if each["type"].endswith("completion_overdue.v1")]
    assert [each["change"] for each in told] == [{"tell": ["responsible", "head"]}]
    assert told[0]["state"]["overdue"] is True
    done: tuple[str, dict[str, Any]] = {
        "planning": ("RescheduleVisit", {"starts": "2026-11-02", "ends": "2026-11-04"}),
        "in_progress": ("CompleteVisit", {"on": "2026-10-07"}),
    }[until]
    after = await office.does("officer", done[0], id=visit["id"], **done[1])
    assert after["state"]["overdue"] is False


async def test_what_is_entered_afterwards_is_not_overdue_at_once(office: Office) -> None:
    visit = await a_visit(office, "planning", starts="2026-06-01", ends="2026-06-02")

    await office.waits_until(local("2026-09-10T23:58"))
    assert "completion_overdue" not in await office.said_about(visit["id"])
    await office.waits_until(local("2026-09-11T00:00"))

    assert "completion_overdue" in await office.said_about(visit["id"])


async def test_seven_days_without_a_report_are_overdue_the_head_is_told_and_it_cannot_be_closed(office: Office) -> None:
    visit = await a_visit(office, "completed")

    await office.waits_until(local("2026-10-14T23:59"))
    assert "report_overdue" not in await office.said_about(visit["id"])
    await office.waits_until(local("2026-10-15T00:00"))
    await office.waits_until(local("2026-10-30T00:00"))

    told = (await office.messages_about(visit["id"]))[-1]
    assert told["type"] == "az.edu.gdu.events.visit.report_overdue.v1"
    assert (told["change"], told["state"]["overdue"]) == ({"tell": ["head"]}, True)
    assert await office.refuses("head", "CloseVisit", id=visit["id"]) == "visit-report-missing"
    assert (await office.said_about(visit["id"])).count("report_overdue") == 1


async def test_a_report_ends_the_overdue_and_a_returned_one_has_seven_days_again(office: Office) -> None:
    visit = await a_visit(office, "completed")
    await office.waits_until(local("2026-10-20T09:00"))

    reported = await office.does("officer", "ReportVisit", id=visit["id"], report={"en": "Late, but here."})
    returned = await office.does("head", "ReturnReport", id=visit["id"], reason="Who came?")
    await office.waits_until(local("2026-10-27T23:59"))
    in_time = await office.said_about(visit["id"])
    await office.waits_until(local("2026-10-28T00:00"))

    assert (reported["state"]["overdue"], returned["status"]) == (False, "completed")
    assert in_time[-1] == "report_returned"
    assert (await office.said_about(visit["id"]))[-1] == "report_overdue"


async def test_a_returned_report_cannot_be_closed_until_it_is_handed_in_again(office: Office) -> None:
    visit = await a_visit(office, "reported")
    await office.does("officer", "DeclareNoFollowUp", id=visit["id"], reason="Courtesy")
    await office.does("head", "ReturnReport", id=visit["id"], reason="Who came?")

    assert await office.refuses("officer", "CloseVisit", id=visit["id"]) == "visit-report-missing"

    again = await office.does("officer", "ReportVisit", id=visit["id"], report={"en": "Ten professors."})
    assert again["state"]["report"]["revision"] == 2
    assert (await office.does("officer", "CloseVisit", id=visit["id"]))["status"] == "closed"


async def test_a_reported_visit_closes_only_with_its_follow_up(office: Office) -> None:
    visit = await a_visit(office, "reported")

    assert await office.refuses("officer", "CloseVisit", id=visit["id"]) == "visit-follow-up-missing"


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ({"starts": "2026-09-06", "ends": "2026-09-08"}, "visit-starts-in-the-past"),
        ({"starts": "2026-11-04", "ends": "2026-11-02"}, "visit-ends-before-it-starts"),
    ],
)
async def test_a_visit_is_moved_forward_and_in_order(office: Office, days: dict[str, Any], code: str) -> None:
    visit = await a_visit(office, "approved")

    assert await office.refuses("officer", "RescheduleVisit", id=visit["id"], **days) == code


@pytest.mark.parametrize(
    ("until", "after"),
    [
        ("requested", "requested"),
        ("screening", "screening"),
        ("approved", "approved"),
        ("planning", "planning"),
        ("confirmed", "planning"),
    ],
)
async def test_new_days_ask_for_a_new_confirmation_and_nothing_else(office: Office, until: str, after: str) -> None:
    visit = await a_visit(office, until)

    moved = await office.does("officer", "RescheduleVisit", id=visit["id"], starts="2026-11-02", ends="2026-11-03")

    assert (moved["status"], moved["state"]["starts"]) == (after, "2026-11-02")


@pytest.mark.parametrize(("until", "after"), [("approved", "approved"), ("confirmed", "planning")])
async def test_a_postponed_visit_comes_back_to_where_its_planning_was(office: Office, until: str, after: str) -> None:
    visit = await a_visit(office, until)

    postponed = await office.does("officer", "PostponeVisit", id=visit["id"], reason="Elections")
    back = await office.does("officer", "RescheduleVisit", id=visit["id"], starts="2026-11-02", ends="2026-11-03")

    assert (postponed["status"], postponed["state"]["reason"]) == ("postponed", "Elections")
    assert back["status"] == after


async def test_a_cancelled_visit_stays_silent_whatever_falls_due(office: Office) -> None:
    visit = await a_visit(office, "confirmed")
    await office.does("officer", "CancelVisit", id=visit["id"], reason="Snow")

    await office.waits_until(local("2026-10-20T12:00"))

    assert (await office.said_about(visit["id"]))[-1] == "cancelled"


async def test_what_surrounds_a_visit_is_arranged_and_published_but_papers_stay(office: Office) -> None:
    visit = await a_visit(office, "in_progress")
    arrival = {
        "mode": "air", "number": "J2 8057", "place": "Gəncə", "at": "2026-10-05T06:30:00+04:00", "people": 12,
    }  # fmt: skip
    beds = {"place": "Ramada", "first_night": "2026-10-05", "last_night": "2026-10-06", "rooms": 8, "payer": "partner"}
    money = {"purpose": "Dinner", "planned": {"amount": "800.00", "currency": "AZN"}}

    arrangements: dict[str, dict[str, Any]] = {
        "ArrangeTransport": {"transport": [arrival]},
        "ArrangeLodging": {"lodging": [beds]},
        "SetBudget": {"budget": [money]},
        "RecordGift": {"received": True, "what": "A book", "value": {"amount": "40.00", "currency": "EUR"}},
        "WriteBriefing": {"briefing": "They ask for seats"},
        "PlanPress": {"plan": "One photograph", "consent": True},
        "RecordOutcomes": {"minutes": "Long talks", "outcomes": [{"kind": "exchange", "text": "Five seats"}]},
    }

    for command, given in arrangements.items():
        visit = await office.does("officer", command, id=visit["id"], **given)

    state = visit["state"]
    assert [state["transport"][0]["people"], state["lodging"][0]["payer"], state["gifts"][0]["on"]] == [
        12,
        "partner",
        "2026-10-05",
    ]
    assert (state["press_consent"], state["outcomes"][0]["text"]) == (True, "Five seats")
    assert {"briefing", "press_plan", "minutes"} & state.keys() == set()
    papers = (await office.asks("officer", "GET", f"/visit/{visit['id']}/papers")).json()
    assert (papers["briefing"], papers["minutes"]) == ("They ask for seats", "Long talks")


async def test_the_last_night_is_not_before_the_first(office: Office) -> None:
    visit = await a_visit(office)
    beds = {"place": "Ramada", "first_night": "2026-10-06", "last_night": "2026-10-05", "rooms": 1}

    assert (
        await office.refuses("officer", "ArrangeLodging", id=visit["id"], lodging=[beds]) == "lodging-nights-reversed"
    )


@pytest.mark.parametrize("papers", ["papers", "readiness"])
async def test_papers_are_for_the_readers_of_the_visit(office: Office, papers: str) -> None:
    visit = await a_visit(office, unit="philology")
    path = f"/visit/{visit['id']}/{papers}"

    async def status(role: str | None, **about: Any) -> int:
        return (await office.asks(role, "GET", path, **about)).status_code

    assert [await status(None), await status("student"), await status("auditor")] == [401, 404, 200]
    assert await status("faculty_coordinator", units=("philology",)) == 200
    assert await status("faculty_coordinator", units=("physics",)) == 404
