"""What the clock says of hosts, and how transcript and recognition close what was agreed."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from korpu_mobility.files import files
from korpu_mobility.learning_agreements.tables import LearningAgreement
from tests.documents import samples
from tests.mobility.conftest import baku
from tests.mobility.learning_agreements.conftest import LITERATURE, NOVEL, Learning, themselves

GRADED: dict[str, Any] = {"component": "GER-7", "ects": 6, "grade": "1,3 sehr gut"}
COUNTED: dict[str, Any] = {"component": "FIL-31", "ects": 5, "grade": "91"}


async def upload(office: Learning) -> str:
    """The office brings a paper; gives its hash."""
    headers = {"content-type": "application/pdf"}
    answer = await office.asks("officer", "POST", "/files", content=samples.PDF, headers=headers)
    return str(answer.json()["sha256"])


async def agreed(office: Learning) -> Any:
    """All three have signed, and the stay is agreed."""
    agreement = await office.draft()
    await office.signed(agreement, "person", "office")
    return await office.signed_by_link(agreement)


async def arrived(office: Learning, agreement: Any) -> Any:
    """The person is at the host."""
    office.clock.move_to(baku(2027, 2, 4, 8))
    await office.does("officer", "RecordArrival", id=agreement["mobility_id"], on="2027-02-03")
    return agreement


async def transcribed(office: Learning, agreement: Any, **given: Any) -> Any:
    """The host's transcript is written down."""
    about = {"id": agreement["id"], "on": "2027-02-04", "results": [GRADED], "scale": "1-5"} | given
    return await office.does("officer", "RecordTranscript", file=await upload(office), **about)


async def test_a_host_that_does_not_decide_within_five_weeks_is_told_of(office: Learning) -> None:
    agreement = await office.draft()
    waits = await office.signed(agreement, "person", "office")

    await office.waits_until(baku(2026, 12, 28, 23))
    before = await office.shown(agreement)
    await office.waits_until(baku(2026, 12, 29, 0, 1))
    late = await office.shown(agreement)
    signed = await office.signed_by_link(agreement)

    assert (waits["decision_due"], before["overdue"], late["overdue"]) == ("2026-12-28", False, True)
    said = (await office.messages_about(agreement["id"]))[-3]
    assert (said["type"].split(".")[-2], said["change"]) == ("decision_overdue", {"due": "2026-12-28"})
    assert (signed["overdue"], signed["decision_due"]) == (False, None)


async def test_a_transcript_is_due_five_weeks_after_the_return_and_its_grades_stay_here(office: Learning) -> None:
    agreement = await arrived(office, await agreed(office))
    office.clock.move_to(baku(2027, 7, 1, 8))
    await office.does("officer", "RecordReturn", id=agreement["mobility_id"], on="2027-06-30")
    await office.waits_until(baku(2027, 8, 5, 9))
    late = await office.shown(agreement)

    done = (await transcribed(office, agreement, on="2027-08-01"))["state"]

    assert (late["transcript_due"], late["overdue"]) == ("2027-08-04", True)
    assert (done["status"], done["transcribed_on"], done["earned_ects"], done["overdue"]) == (
        "transcribed", "2027-08-01", "6", False,
    )  # fmt: skip
    assert "sehr gut" not in str(
        [*await office.messages_about(agreement["id"]), *await office.audit_of(agreement["id"])]
    )
    person = themselves(agreement["person_id"])
    own = await office.told("student", agreement, "transcript", **person)
    assert own["transcript"]["results"] == [GRADED | {"ects": "6"}]
    assert await office.told("finance", agreement, "transcript") is None
    link = {"kind": "learning_agreement", "id": agreement["id"], "attachment_id": own["transcript"]["file"]["id"]}
    asked = [
        (await office.asks(who, "POST", "/files/links", json=link, **more)).status_code
        for who, more in (("student", person), ("officer", {}), ("rectorate", {}), ("finance", {}))
    ]
    assert asked == [200, 200, 404, 404]


async def test_recognition_says_what_counts_and_what_does_not_and_is_put_right(office: Learning) -> None:
    agreement = await arrived(office, await agreed(office))
    await transcribed(office, agreement)
    await transcribed(office, agreement, scale=None)
    why = [{"component": "GER-7", "why": "One chapter was missing"}]
    about = {"id": agreement["id"], "on": "2027-02-04", "results": [COUNTED], "not_recognised": why}

    less = await office.does("officer", "RecogniseLearningAgreement", file=await upload(office), **about)
    about["results"], about["not_recognised"] = [COUNTED | {"ects": 6}], []
    whole = await office.does("officer", "RecogniseLearningAgreement", file=await upload(office), **about)

    assert [each["code"] for each in less["warnings"]] == ["learning-agreement-less-recognised"]
    assert (whole["status"], whole["state"]["recognised_ects"], whole["warnings"]) == ("recognised", "6", [])
    assert (await office.said_about(agreement["id"]))[-4:] == ["transcript_recorded"] * 2 + ["recognised"] * 2
    assert "chapter" not in str(await office.messages_about(agreement["id"]))


@pytest.mark.parametrize("status", ["draft", "signed_by_person", "signed_by_sender", "rejected"])
async def test_a_change_that_nobody_signed_any_more_does_not_hold_the_transcript_up(
    office: Learning, status: str
) -> None:
    agreement = await agreed(office)
    await office.revised(agreement, NOVEL, {**LITERATURE, "ects": 5})
    by = {"draft": (), "signed_by_person": ("person",), "rejected": ("person",)}.get(status, ("person", "office"))
    state = await office.signed(agreement, *by)
    if status == "rejected":
        about = {"id": agreement["id"], "hash": state["hash"]}
        await office.does("officer", "RejectLearningAgreement", **about, comment="As it was")
    await arrived(office, agreement)

    assert (await office.shown(agreement))["status"] == status
    assert (await transcribed(office, agreement))["status"] == "transcribed"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"results": [GRADED | {"component": "Dialects"}]}, "learning-agreement-component-unknown"),
        ({"results": [GRADED, GRADED]}, "learning-agreement-result-twice"),
        ({"on": "2027-02-05"}, "learning-agreement-results-in-future"),
        ({"file": "0" * 64}, "unknown-file"),
    ],
)
async def test_results_that_cannot_be_are_refused(office: Learning, given: dict[str, Any], code: str) -> None:
    agreement = await arrived(office, await agreed(office))
    about = {"id": agreement["id"], "on": "2027-02-04", "results": [GRADED], "file": await upload(office)}

    assert await office.refuses("officer", "RecordTranscript", **about | given) == code
    await office.does("officer", "RecordTranscript", **about)
    results = [
        COUNTED | {"component": each["component"].replace("GER-7", "FIL-31")} for each in given.get("results", [])
    ]
    counted = about | given | {"results": results or [COUNTED]}
    assert await office.refuses("officer", "RecogniseLearningAgreement", **counted) == code


async def test_nothing_is_achieved_before_all_have_signed_and_the_stay_has_begun(office: Learning) -> None:
    drafted, signed = await office.draft(), await agreed(office)
    about: dict[str, Any] = {"on": "2026-11-23", "results": [GRADED], "file": await upload(office)}

    assert await office.refuses("officer", "RecordTranscript", id=drafted["id"], **about) == (
        "learning-agreement-nothing-agreed"
    )
    assert await office.refuses("officer", "RecordTranscript", id=signed["id"], **about) == (
        "learning-agreement-stay-not-begun"
    )


async def test_grades_and_papers_go_with_the_person(office: Learning) -> None:
    agreement = await arrived(office, await agreed(office))
    await transcribed(office, agreement)

    await office.does("head", "ErasePerson", id=agreement["person_id"], basis="own_request")

    kept = await office.known(LearningAgreement, UUID(agreement["id"]))
    assert kept is not None
    assert (kept.transcript, kept.files, kept.agreed) == (None, (), 1)
    async with office.database.transaction() as session:
        assert (await session.execute(select(files.tables.attached))).all() == []


async def test_what_waits_for_whom_is_said_with_the_agreement(office: Learning) -> None:
    def waiting(state: Any) -> set[tuple[str, str, str | None]]:
        return {
            (what, each["role"], task["due"])
            for task in state["tasks"]
            for each in task["waits_for"]
            for what in each["what"]
        }

    drafted = await office.draft()
    by_person = await office.signed(drafted, "person")
    by_sender = await office.signed(drafted, "office")
    agreement = await arrived(office, await office.signed_by_link(drafted))
    office.clock.move_to(baku(2027, 7, 1, 8))
    await office.does("officer", "RecordReturn", id=agreement["mobility_id"], on="2027-06-30")
    returned = await office.shown(agreement)
    recorded = (await transcribed(office, agreement))["state"]

    own = ("SignLearningAgreement", "ReviseLearningAgreement")
    assert waiting(drafted["state"]) == {(each, "*", None) for each in own}
    assert [task["waits_for"][0]["person_id"] for task in drafted["state"]["tasks"]] == [agreement["person_id"]]
    roles = ("officer", "head", "faculty_coordinator")
    commands = ("CountersignLearningAgreement", "RejectLearningAgreement")
    assert waiting(by_person) == {(each, role, None) for each in commands for role in roles}
    assert (waiting(by_sender), waiting(agreement)) == (set(), set())
    assert waiting(returned) == {("RecordTranscript", role, "2027-08-04") for role in roles}
    assert {what for what, _, _ in waiting(recorded)} == {"RecogniseLearningAgreement"}
