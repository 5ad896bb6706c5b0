"""What changes of a grant that runs: by the funder's word, and never behind its back."""

from typing import Any
from uuid import uuid4

from tests import calendars as days
from tests.office import Office
from tests.partners.projects import research
from tests.partners.projects.test_reporting import day

PUT_OFF = {"due": "2027-06-01", "reason": "The funder's letter of 2 March"}


async def test_a_late_report_that_the_funder_wants_later_is_late_no_more_and_reminds_anew(office: Office) -> None:
    known = await research.active(office)
    interim = known["reports"][0]["id"]
    await day(office, "2027-03-02")

    now = await research.step(office, "officer", "PostponeProjectReport", known, report_id=interim, **PUT_OFF)
    await day(office, "2027-06-02")

    assert (now["overdue"], now["reports"][0]["due"], now["reports"][0]["late"]) == (False, "2027-06-01", False)
    said = [(each["type"].split(".")[-2], each["change"].get("due")) for each in await office.messages_about(now["id"])]
    assert said[-4:] == [
        ("report_postponed", "2027-06-01"),
        ("report_reminded", "2027-06-01"),
        ("report_reminded", "2027-06-01"),
        ("report_overdue", "2027-06-01"),
    ]


async def test_a_report_that_is_put_off_moves_in_the_calendar(office: Office) -> None:
    known = await research.active(office)
    await research.step(
        office, "officer", "PostponeProjectReport", known, report_id=known["reports"][1]["id"], **PUT_OFF
    )

    noted = await days.entries(office, await days.link(office, by={"subject": "officer-1"}))

    assert sorted(each.dtstart.value.isoformat() for each in noted.values()) == ["2027-03-01", "2027-06-01"]


async def test_only_a_report_that_is_still_to_be_written_is_put_off_and_not_into_the_past(office: Office) -> None:
    known = await research.active(office)
    interim: dict[str, Any] = {"report_id": known["reports"][0]["id"]}

    past = await research.refused(
        office, "officer", "PostponeProjectReport", known, **interim, **{**PUT_OFF, "due": "2026-09-06"}
    )
    strange = await research.refused(
        office, "officer", "PostponeProjectReport", known, report_id=str(uuid4()), **PUT_OFF
    )
    await research.step(office, "officer", "SubmitProjectReport", known, **interim)
    sent = await research.refused(office, "officer", "PostponeProjectReport", known, **interim, **PUT_OFF)

    assert (past, strange, sent) == (
        "project-report-due-in-the-past", "project-report-unknown", "project-report-not-waiting",
    )  # fmt: skip


async def test_a_wrong_number_of_a_grant_is_put_right_and_given_once(office: Office) -> None:
    known = await research.active(office, number="10117")
    await research.funded(office, number="101178")

    taken = await research.refused(office, "officer", "CorrectGrant", known, grant_number="101178")
    right = await research.step(office, "officer", "CorrectGrant", known, grant_number="101177")

    assert (taken, right["grant_number"]) == ("project-grant-number-taken", "101177")
    change = (await office.messages_about(known["id"]))[-1]["change"]
    assert change == {"before": "10117", "grant_number": "101177"}


async def test_a_grant_is_given_another_shape_with_the_funders_consent_alone(office: Office) -> None:
    known = await research.funded(office)
    longer = await research.shape(office, ends="2029-08-31")

    bare = await research.refused(office, "officer", "ShapeProject", known, **longer)
    agreed = await research.step(office, "officer", "ShapeProject", known, **longer, reason="The letter of 3 September")

    assert (bare, agreed["ends"]) == ("project-consent-missing", "2029-08-31")
