"""Outputs, reports, the clock, and the end."""

from datetime import date, datetime, time
from uuid import uuid4

import pytest

from korpu_chassis.clock import BAKU
from tests import calendars as days
from tests.office import Office
from tests.partners.projects import research
from tests.partners.projects.research import ARTICLE


async def day(office: Office, on: str) -> None:
    await office.waits_until(datetime.combine(date.fromisoformat(on), time(9), tzinfo=BAKU))


async def test_a_project_closes_when_all_is_accepted_and_recorded(office: Office) -> None:
    known = await research.active(office)
    known = await research.step(office, "officer", "RecordProjectOutput", known, **ARTICLE)
    for report in known["reports"]:
        known = await research.step(office, "officer", "SubmitProjectReport", known, report_id=report["id"])
    for report in known["reports"]:
        known = await research.step(office, "officer", "AcceptProjectReport", known, report_id=report["id"])

    closed = await research.step(office, "officer", "CloseProject", known)

    assert (known["status"], closed["status"], closed["closed_on"]) == ("reported", "closed", "2026-09-07")
    assert await office.said_about(known["id"]) == [
        "planned", "proposed", "funded", "started", "output_recorded",
        "report_submitted", "report_submitted", "report_accepted", "report_accepted", "closed",
    ]  # fmt: skip


async def test_nothing_closes_without_its_output_or_the_reason(office: Office) -> None:
    known = await research.reported(office)
    waiting = await research.refused(office, "officer", "CloseProject", known, no_outputs="None")
    for report in known["reports"]:
        known = await research.step(office, "officer", "AcceptProjectReport", known, report_id=report["id"])

    bare = await research.refused(office, "officer", "CloseProject", known)
    closed = await research.step(office, "officer", "CloseProject", known, no_outputs="The archive stayed shut")

    assert (waiting, bare) == ("project-report-not-accepted", "project-without-outputs")
    assert closed["no_outputs"] == "The archive stayed shut"


async def test_the_final_report_comes_last(office: Office) -> None:
    known = await research.active(office)
    interim, final = known["reports"]

    code = await research.refused(office, "officer", "SubmitProjectReport", known, report_id=final["id"])
    await research.step(office, "officer", "SubmitProjectReport", known, report_id=interim["id"])
    after = await research.step(office, "officer", "SubmitProjectReport", known, report_id=final["id"])

    assert (code, after["status"]) == ("project-reports-missing", "reported")


async def test_a_report_is_submitted_once_and_judged_after_that(office: Office) -> None:
    known = await research.active(office)
    interim = {"report_id": known["reports"][0]["id"]}

    early = await research.refused(office, "officer", "AcceptProjectReport", known, **interim)
    await research.step(office, "officer", "SubmitProjectReport", known, **interim)
    again = await research.refused(office, "officer", "SubmitProjectReport", known, **interim)
    await research.step(office, "officer", "AcceptProjectReport", known, **interim)
    late = {"reason": "Mend it", "due": "2027-01-01"}

    assert (early, again) == ("project-report-not-waiting", "project-report-not-waiting")
    assert await research.refused(office, "officer", "ReturnProjectReport", known, **interim, **late) == (
        "project-report-not-waiting"
    )


async def test_a_returned_final_report_is_written_again(office: Office) -> None:
    known = await research.reported(office)
    final = {"report_id": known["reports"][1]["id"]}
    past = await research.refused(
        office, "officer", "ReturnProjectReport", known, **final, reason="Budget table", due="2026-09-01"
    )

    back = await research.step(
        office, "officer", "ReturnProjectReport", known, **final, reason="Budget table", due="2026-12-01"
    )
    again = await research.step(office, "officer", "SubmitProjectReport", known, **final)

    assert past == "project-report-due-in-the-past"
    assert (back["status"], back["reports"][1]["returned"], back["reports"][1]["due"]) == (
        "active", "Budget table", "2026-12-01",
    )  # fmt: skip
    assert again["status"] == "reported"


@pytest.mark.parametrize("command", ["SubmitProjectReport", "AcceptProjectReport", "ReturnProjectReport"])
async def test_a_report_is_one_that_the_funder_wants(office: Office, command: str) -> None:
    known = await research.active(office)
    more = {"reason": "x", "due": "2027-01-01"} if command == "ReturnProjectReport" else {}

    code = await research.refused(office, "officer", command, known, report_id=str(uuid4()), **more)

    assert code == "project-report-unknown"


async def test_the_responsible_is_reminded_and_the_head_is_told_of_a_late_report_once(office: Office) -> None:
    known = await research.active(office)

    for on in ("2027-01-29", "2027-01-30", "2027-02-22", "2027-03-01", "2027-03-02", "2027-03-09"):
        await day(office, on)

    said = [(each["type"].split(".")[-2], each["change"]) for each in await office.messages_about(known["id"])][4:]
    assert said == [
        ("report_reminded", {"due": "2027-03-01", "recipients": ["officer-1"]}),
        ("report_reminded", {"due": "2027-03-01", "recipients": ["officer-1"]}),
        ("report_overdue", {"due": "2027-03-01", "recipients": ["officer-1"], "tell": ["head"]}),
    ]
    now = (await office.asks("auditor", "GET", f"/joint-project/{known['id']}")).json()
    assert (now["overdue"], now["reports"][0]["late"], now["reports"][1]["late"]) == (True, True, False)


async def test_a_late_report_that_is_submitted_is_late_no_more(office: Office) -> None:
    known = await research.active(office)
    await day(office, "2027-03-02")

    now = await research.step(office, "officer", "SubmitProjectReport", known, report_id=known["reports"][0]["id"])

    assert (now["overdue"], now["reports"][0]["late"]) == (False, False)


class TestTheTeam:
    async def test_nobody_is_in_a_project_twice_at_one_time(self, office: Office) -> None:
        known, person = await research.active(office), str(uuid4())
        joined = await research.step(
            office, "officer", "AddProjectMember", known, person_id=person, role="researcher", until="2026-12-31"
        )

        code = await research.refused(office, "officer", "AddProjectMember", known, person_id=person, role="teacher")
        later = await research.step(
            office, "officer", "AddProjectMember", known, person_id=person, role="teacher", since="2027-01-01"
        )

        assert (joined["members"][0]["since"], code) == ("2026-09-07", "project-member-twice")
        assert [each["role"] for each in later["members"]] == ["researcher", "teacher"]

    async def test_who_leaves_stays_known(self, office: Office) -> None:
        known = await research.active(office)
        joined = await research.step(
            office, "officer", "AddProjectMember", known, person_id=str(uuid4()), role="student"
        )
        member = {"member_id": joined["members"][0]["id"]}

        early = await research.refused(office, "officer", "EndProjectMembership", known, **member, on="2026-09-01")
        nobody = await research.refused(
            office, "officer", "EndProjectMembership", known, member_id=str(uuid4()), on="2026-10-01"
        )
        left = await research.step(office, "officer", "EndProjectMembership", known, **member, on="2026-10-01")

        assert (early, nobody) == ("project-ends-before-it-starts", "project-member-unknown")
        assert left["members"][0]["until"] == "2026-10-01"

    async def test_membership_ends_after_it_begins(self, office: Office) -> None:
        known = await research.active(office)

        code = await research.refused(
            office, "officer", "AddProjectMember", known, person_id=str(uuid4()), role="student", until="2026-09-01"
        )

        assert code == "project-ends-before-it-starts"


async def test_reports_stand_in_the_calendar_of_whoever_is_responsible(office: Office) -> None:
    await research.active(office)

    noted = await days.entries(office, await days.link(office, by={"subject": "officer-1"}))

    assert sorted(each.dtstart.value.isoformat() for each in noted.values()) == ["2027-03-01", "2028-10-31"]
