"""Units write their part: requested, drafted, submitted, returned, accepted, and late."""

from typing import Any
from uuid import uuid4

from tests.events.delegations import local
from tests.events.reports.conftest import TEMPLATE, TOLD, Reports


async def test_a_unit_writes_its_part_and_the_office_takes_it_in(office: Reports) -> None:
    report = await office.requested()
    parts = await office.parts_of(report)
    part = parts["philology"]

    await office.as_unit("WriteUnitReport", part, answers=TOLD)
    submitted = await office.as_unit("SubmitUnitReport", part)
    accepted = await office.does("officer", "AcceptUnitReport", id=part["id"])

    assert set(parts) == {"history", "philology"}
    assert [(each["status"], each["due"], each["correlation_id"]) for each in parts.values()] == [
        ("requested", "2026-10-01", report["state"]["correlation_id"])
    ] * 2
    assert part["questions"][0]["words"]["az"] == "Nə alındı?"
    assert submitted["state"]["answers"] == TOLD
    assert (accepted["status"], (await office.shown(report))["accepted"]) == ("accepted", ["philology"])
    assert await office.said_about(part["id"]) == ["requested", "written", "submitted", "accepted"]
    assert (await office.said_about(report["id"]))[-1] == "part_accepted"


async def test_a_coordinator_writes_the_part_of_the_own_unit_and_nobody_elses(office: Reports) -> None:
    part = (await office.parts_of(await office.requested()))["philology"]
    writing: dict[str, Any] = {"id": part["id"], "answers": TOLD}

    strangers = await office.refuses("faculty_coordinator", "WriteUnitReport", by={"units": ["history"]}, **writing)
    officers = await office.refuses("officer", "WriteUnitReport", **writing)
    seen = await office.asks("faculty_coordinator", "GET", f"/unit-report/{part['id']}", units=["history"])

    assert (strangers, officers, seen.status_code) == ("not-found", "forbidden", 404)


async def test_a_part_is_whole_when_it_is_handed_in_and_answers_what_was_asked(office: Reports) -> None:
    part = (await office.parts_of(await office.requested()))["philology"]

    unknown = await office.refuses(
        "faculty_coordinator", "WriteUnitReport", by={"units": ["philology"]}, id=part["id"],
        answers=[{"question": "weather", "text": "Good"}],
    )  # fmt: skip
    half = await office.as_unit("WriteUnitReport", part, answers=[{"question": "plans", "text": "More"}])
    by = {"units": ["philology"]}
    missing = await office.refuses("faculty_coordinator", "SubmitUnitReport", by=by, id=part["id"])
    whole = await office.as_unit("WriteUnitReport", part, answers=TOLD)

    assert (unknown, missing) == ("unit-report-question-unknown", "unit-report-answers-missing")
    assert half["state"]["closed"] == {
        "ConfirmUnitReport": "unit-report-nothing-to-confirm", "SubmitUnitReport": missing,
    }  # fmt: skip
    assert [each["question"] for each in whole["state"]["answers"]] == ["achievements", "plans"]


async def test_who_handed_it_in_does_not_accept_it_and_what_is_returned_is_mended(office: Reports) -> None:
    report = await office.requested()
    part = (await office.parts_of(report))["philology"]
    both = {"units": ["philology"], "subject": "both-1"}
    await office.as_unit("WriteUnitReport", part, answers=TOLD)
    await office.does("officer+faculty_coordinator", "SubmitUnitReport", id=part["id"], by=both)

    own = await office.refuses("officer+faculty_coordinator", "AcceptUnitReport", id=part["id"], by=both)
    past = await office.refuses("officer", "ReturnUnitReport", id=part["id"], reason="Short", due="2026-09-01")
    await office.does("officer", "AcceptUnitReport", id=part["id"])
    returned = await office.does("head", "ReturnUnitReport", id=part["id"], reason="Too short", due="2026-10-05")
    again = await office.submitted(part)
    once_more = await office.does("officer", "ReturnUnitReport", id=part["id"], reason="Still too short")

    assert (own, past) == ("unit-report-accepted-by-submitter", "unit-report-due-not-later")
    assert (returned["status"], returned["state"]["reason"], returned["state"]["due"]) == (
        "returned", "Too short", "2026-10-05",
    )  # fmt: skip
    assert (again["status"], once_more["state"]["due"]) == ("submitted", "2026-10-05")
    assert (await office.shown(report))["accepted"] == []
    assert (await office.said_about(report["id"]))[-2:] == ["part_accepted", "part_returned"]


async def test_a_unit_confirms_that_nothing_has_changed(office: Reports) -> None:
    template = await office.template()
    first = await office.published(template, starts="2024-09-01", ends="2025-08-31")
    earlier = (await office.parts_of(first))["philology"]
    part = (await office.parts_of(await office.requested(template, units=["philology"])))["philology"]

    law = (await office.parts_of(await office.requested(template, units=["law"], starts="2025-10-01")))["law"]

    first_time = await office.refuses("faculty_coordinator", "ConfirmUnitReport", by={"units": ["law"]}, id=law["id"])
    await office.as_unit("ConfirmUnitReport", part)
    await office.does("officer", "ReturnUnitReport", id=part["id"], reason="Has nothing changed?")
    confirmed = await office.as_unit("ConfirmUnitReport", part)

    state = confirmed["state"]
    assert first_time == "unit-report-nothing-to-confirm"
    assert (confirmed["status"], state["unchanged"], state["earlier_id"]) == ("submitted", True, earlier["id"])
    assert state["answers"] == earlier["answers"] == TOLD


async def test_what_is_asked_for_the_first_time_is_answered_before_a_part_is_confirmed(office: Reports) -> None:
    template = await office.template()
    await office.published(template, starts="2024-09-01", ends="2025-08-31")
    asked = [*TEMPLATE["questions"], {"id": "partners", "words": {"en": "With whom?"}}]
    await office.does("officer", "ChangeReportTemplate", id=template["id"], questions=asked, reason="Asked for")
    part = (await office.parts_of(await office.requested(template)))["philology"]
    by = {"units": ["philology"]}

    missing = await office.refuses("faculty_coordinator", "ConfirmUnitReport", id=part["id"], by=by)
    await office.as_unit("WriteUnitReport", part, answers=[{"question": "partners", "text": "Kassel"}])
    confirmed = await office.as_unit("ConfirmUnitReport", part)

    assert missing == "unit-report-answers-missing"
    assert [each["question"] for each in confirmed["state"]["answers"]] == ["achievements", "partners"]


async def test_late_units_are_reminded_before_and_after_the_day_until_they_hand_it_in(office: Reports) -> None:
    parts = await office.parts_of(await office.requested())
    late, timely = parts["philology"], parts["history"]
    await office.submitted(timely)

    await office.waits_until(local("2026-10-10T09:00"))
    now = (await office.asks("officer", "GET", f"/unit-report/{late['id']}")).json()
    extended = await office.does("officer", "ExtendUnitReport", id=late["id"], due="2026-10-20", reason="Fire drill")
    earlier = await office.refuses("officer", "ExtendUnitReport", id=late["id"], due="2026-10-15", reason="No")
    await office.waits_until(local("2026-10-21T09:00"))
    await office.submitted(late)
    await office.waits_until(local("2026-12-31T09:00"))

    told = [each for each in await office.messages_about(late["id"]) if "tell" in each["change"]]
    said = [(each["type"].split(".")[-2], each["change"]["days"], each["change"]["tell"]) for each in told]
    unit, both = ["faculty_coordinator"], ["faculty_coordinator", "officer"]
    assert said == [
        ("reminded", 14, unit), ("reminded", 7, unit), ("reminded", 1, unit),
        ("overdue", 1, both), ("overdue", 7, both),
        ("reminded", 7, unit), ("reminded", 1, unit), ("overdue", 1, both),
    ]  # fmt: skip
    assert [task["key"] for task in now["tasks"]] == ["WriteUnitReport", "ExtendUnitReport"]
    assert (now["overdue"], extended["state"]["overdue"], earlier) == (True, False, "unit-report-due-not-later")
    assert await office.said_about(timely["id"]) == ["requested", "written", "submitted"]


async def test_each_step_waits_for_whoever_takes_it(office: Reports) -> None:
    report = await office.requested()
    part = (await office.parts_of(report))["philology"]
    submitted = (await office.submitted(part))["state"]

    [write] = part["tasks"]
    [look] = submitted["tasks"]
    assert [(each["role"], each["unit"]) for each in write["waits_for"]] == [("faculty_coordinator", "philology")]
    assert write["waits_for"][0]["what"] == ["WriteUnitReport"]
    assert {each["role"] for each in look["waits_for"]} == {"officer", "head"}
    assert {each["never"][0] for each in look["waits_for"] if "AcceptUnitReport" in each["what"]} == {
        submitted["submitted_by"]
    }
    assert (await office.shown(report))["tasks"] == []


async def test_an_asked_unit_has_one_part_on_a_period_that_has_days(office: Reports) -> None:
    template = await office.template()
    known = {"template_id": template["id"], "starts": "2025-09-01", "ends": "2026-08-31", "due": "2026-10-01"}
    await office.requested(template)
    codes = [
        await office.refuses("officer", "RequestReport", **{**known, **wrong})
        for wrong in (
            {"ends": "2025-08-31"}, {"units": ["law", "law"]}, {"due": "2026-09-01"}, {"template_id": uuid4()}, {},
        )
    ]  # fmt: skip
    await office.does("officer", "RetireReportTemplate", id=template["id"], reason="A new one comes")

    assert codes == [
        "report-period-empty", "report-unit-twice", "report-due-in-the-past", "not-found", "report-requested-already",
    ]  # fmt: skip
    assert await office.refuses("head", "RequestReport", **{**known, "ends": "2026-06-30"}) == (
        "report-template-is-retired"
    )


async def test_a_template_asks_for_something_and_for_nothing_twice(office: Reports) -> None:
    template = await office.template()
    twice: dict[str, Any] = {"indicators": [*TEMPLATE["indicators"], *TEMPLATE["indicators"]]}
    questions: dict[str, Any] = {"questions": [*TEMPLATE["questions"], TEMPLATE["questions"][0]]}

    changed = await office.does(
        "head", "ChangeReportTemplate", id=template["id"], title={"en": "Yearly report"}, reason="Shorter",
        indicators=[{"code": "visits"}],
    )  # fmt: skip
    codes = [
        await office.refuses("officer", "AddReportTemplate", title={"en": "R"}),
        await office.refuses("officer", "AddReportTemplate", title={"en": "R"}, **twice),
        await office.refuses("officer", "AddReportTemplate", title={"en": "R"}, **questions),
        await office.refuses("officer", "ChangeReportTemplate", id=template["id"], **twice, reason="More"),
        await office.refuses(
            "officer",
            "ChangeReportTemplate",
            id=template["id"],
            title={"en": "R"},
            indicators=[],
            questions=[],
            reason="None",
        ),
    ]
    given: dict[str, Any] = {
        "field": "questions",
        "part": "plans",
        "language": "de",
        "words": "Was folgt?",
        "follows": 1,
    }
    translated = await office.does("officer", "TranslateReportTemplate", id=template["id"], **given)
    translation: dict[str, Any] = {
        "field": "questions",
        "part": "plans",
        "language": "fr",
        "words": "Et ensuite ?",
        "follows": 1,
    }
    wrong = [
        await office.refuses("officer", "TranslateReportTemplate", id=template["id"], **{**translation, **each})
        for each in ({"part": "weather"}, {"language": "en"}, {"follows": 3})
    ]

    assert (changed["state"]["edition"], changed["state"]["questions"][0]["id"]) == (2, "achievements")
    assert codes == [
        "report-template-empty", *["report-template-asks-twice"] * 3, "report-template-empty",
    ]  # fmt: skip
    assert translated["state"]["questions"][1]["words"]["texts"]["de"]["text"] == "Was folgt?"
    assert wrong == ["no-such-text", "translation-of-itself", "translation-follows-another"]
