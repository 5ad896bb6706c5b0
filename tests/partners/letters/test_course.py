"""The path of a letter: assigned, worked on, given back, answered, closed, opened again, annulled."""

from typing import Any

import pytest

from tests.office import Office
from tests.partners.letters import post


async def does(office: Office, command: str, letter: dict[str, Any], role: str = "officer", **given: Any) -> Any:
    return (await office.does(role, command, id=letter["id"], **given))["state"]


async def test_a_letter_goes_its_way_to_the_end(office: Office) -> None:
    letter = await post.came_in(office)

    seen = [letter["status"]]
    seen.append((await does(office, "AssignLetter", letter, assignee="officer-2"))["status"])
    seen.append((await does(office, "BeginLetter", letter))["status"])
    answer = await post.went_out(office, answers_id=letter["id"])
    seen.append((await post.reload(office, letter))["status"])
    closed = await does(office, "CloseLetter", letter)

    assert [*seen, closed["status"]] == ["registered", "assigned", "in_progress", "answered", "closed"]
    assert (closed["answer_ids"], closed["answered_on"], closed["closed_on"]) == (
        [answer["id"]],
        "2026-09-07",
        "2026-09-07",
    )
    assert await office.said_about(letter["id"]) == ["registered", "assigned", "begun", "answered", "closed"]


async def test_a_letter_is_given_to_somebody_else_from_the_middle_of_the_work(office: Office) -> None:
    letter = await post.came_in(office, assignee="officer-2")
    await does(office, "BeginLetter", letter)

    again = await does(office, "AssignLetter", letter, assignee="officer-3", backup="officer-4", due="2026-10-01")

    assert (again["status"], again["assignee"], again["due"], again["answering_time"]) == (
        "assigned",
        "officer-3",
        "2026-10-01",
        None,
    )
    change = (await office.messages_about(letter["id"]))[-1]["change"]
    assert change == {"assignee": "officer-3", "backup": "officer-4", "before": "officer-2", "due": "2026-10-01"}


async def test_an_assignment_is_given_back_with_a_reason(office: Office) -> None:
    letter = await post.came_in(office, assignee="officer-2")

    back = await does(office, "ReturnLetter", letter, reason="This is for the faculty")

    assert (back["status"], back["assignee"], back["reason"]) == ("registered", None, "This is for the faculty")
    assert [row["why"] for row in await office.audit_of(letter["id"])][-1] == "This is for the faculty"


async def test_a_letter_that_wants_an_answer_is_not_closed_without_one(office: Office) -> None:
    letter = await post.came_in(office)

    assert await office.refuses("officer", "CloseLetter", id=letter["id"]) == "letter-without-answer"
    closed = await does(office, "CloseLetter", letter, no_answer="It is for our information")

    assert (closed["status"], closed["no_answer"]) == ("closed", "It is for our information")


async def test_a_letter_that_wants_no_answer_is_closed_as_it_is(office: Office) -> None:
    letter = await post.came_in(office, wants_answer=False)

    assert (await does(office, "CloseLetter", letter))["status"] == "closed"


async def test_one_answer_serves_several_letters_and_a_letter_can_have_several(office: Office) -> None:
    first, second = await post.came_in(office), await post.came_in(office)
    interim, final = await post.went_out(office, answers_id=first["id"]), await post.went_out(office)

    for letter in (first, second):
        await does(office, "AnswerLetter", letter, answer_id=final["id"])

    assert (await post.reload(office, first))["answer_ids"] == [interim["id"], final["id"]]
    assert (await post.reload(office, second))["answer_ids"] == [final["id"]]


async def test_what_went_out_is_answered_by_what_comes_in(office: Office) -> None:
    ours = await post.went_out(office, wants_answer=True, due="2026-09-30")

    await post.came_in(office, answers_id=ours["id"])

    assert (await post.reload(office, ours))["status"] == "answered"


@pytest.mark.parametrize(
    ("asked", "given"), [("incoming", "incoming"), ("outgoing", "internal"), ("internal", "outgoing")]
)
async def test_a_letter_of_the_wrong_direction_answers_nothing(office: Office, asked: str, given: str) -> None:
    letter, answer = await post.came_in(office, direction=asked), await post.came_in(office, direction=given)
    another = {**post.REGISTERED, "direction": given, "answers_id": letter["id"]}

    noted = await office.refuses("officer", "AnswerLetter", id=letter["id"], answer_id=answer["id"])
    registered = await office.refuses("officer", "RegisterLetter", **another)

    assert (noted, registered) == ("letter-answers-wrong-way", "letter-answers-wrong-way")


async def test_an_answer_counts_once_and_an_annulled_one_not_at_all(office: Office) -> None:
    letter, answer, wrong = await post.came_in(office), await post.went_out(office), await post.went_out(office)
    await does(office, "AnnulLetter", wrong, reason="Never sent")
    await does(office, "AnswerLetter", letter, answer_id=answer["id"])

    again = await office.refuses("officer", "AnswerLetter", id=letter["id"], answer_id=answer["id"])
    annulled = await office.refuses("officer", "AnswerLetter", id=letter["id"], answer_id=wrong["id"])
    unknown = await office.refuses("officer", "AnswerLetter", id=letter["id"], answer_id=post.stranger())

    assert (again, annulled, unknown) == (
        "letter-answered-by-it-already",
        "letter-answer-annulled",
        "letter-answer-unknown",
    )


async def test_a_closed_letter_is_opened_again_before_it_is_answered(office: Office) -> None:
    letter = await post.came_in(office, assignee="officer-2")
    await does(office, "CloseLetter", letter, no_answer="Answered by telephone")
    answer = {**post.REGISTERED, "direction": "outgoing", "answers_id": letter["id"]}

    closed = await office.refuses("officer", "RegisterLetter", **answer)
    opened = await does(office, "ReopenLetter", letter, reason="They ask again", due="2026-10-01")
    await office.does("officer", "RegisterLetter", **answer)

    assert closed == "letter-not-waiting"
    assert (opened["status"], opened["no_answer"], opened["closed_on"], opened["due"]) == (
        "assigned",
        None,
        None,
        "2026-10-01",
    )
    assert (await post.reload(office, letter))["status"] == "answered"


async def test_a_wrong_registration_keeps_its_number(office: Office) -> None:
    wrong = await post.came_in(office)

    annulled = await does(office, "AnnulLetter", wrong, reason="It is for the library")
    after = await post.came_in(office)

    assert (annulled["status"], annulled["code"], annulled["reason"]) == (
        "annulled",
        wrong["code"],
        "It is for the library",
    )
    assert after["number"] == wrong["number"] + 1


@pytest.mark.parametrize("closed", [False, True])
async def test_an_annulled_answer_leaves_the_letter_waiting_again(office: Office, closed: bool) -> None:  # noqa: FBT001
    letter = await post.came_in(office, assignee="officer-2")
    answer = await post.went_out(office, answers_id=letter["id"])
    if closed:
        await does(office, "CloseLetter", letter)

    await does(office, "AnnulLetter", answer, reason="Never sent")

    now = await post.reload(office, letter)
    assert (now["status"], now["answer_ids"], now["answered_on"], now["closed_on"]) == ("assigned", [], None, None)
    assert (await office.said_about(letter["id"]))[-1] == "answer_withdrawn"


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("AssignLetter", {"assignee": "officer-2"}),
        ("BeginLetter", {}),
        ("ReturnLetter", {"reason": "Why"}),
        ("PostponeLetter", {"due": "2026-12-01", "reason": "Why"}),
        ("AnswerLetter", {"answer_id": post.stranger()}),
        ("CloseLetter", {}),
        ("ReopenLetter", {"reason": "Why"}),
        ("AnnulLetter", {"reason": "Why"}),
        ("CorrectLetter", {"priority": "high"}),
        ("LinkLetter", {"link": {"kind": "visit", "id": post.stranger()}}),
        ("UnlinkLetter", {"link": {"kind": "visit", "id": post.stranger()}}),
    ],
)
async def test_nothing_more_is_done_with_an_annulled_letter(office: Office, command: str, given: Any) -> None:
    letter = await post.came_in(office)
    await does(office, "AnnulLetter", letter, reason="Registered twice")

    assert await office.refuses("officer", command, id=letter["id"], **given) == "wrong-status"


async def test_what_is_put_right_is_named_and_the_rest_stays(office: Office) -> None:
    letter = await post.came_in(office, their_number="1")
    given: dict[str, Any] = {"subject": {"en": "On research"}, "languages": ["en"], "priority": "high"}

    after = await does(office, "CorrectLetter", letter, **given)

    assert (await office.messages_about(letter["id"]))[-1]["change"] == {"fields": ["languages", "priority", "subject"]}
    assert after["subject"]["texts"]["en"]["text"] == "On research"
    assert (after["their_number"], after["number"], after["languages"]) == ("1", letter["number"], ["en"])


@pytest.mark.parametrize("given", [{"their_date": "2026-09-08"}, {"travelled_on": "2027-01-01"}])
async def test_no_letter_is_corrected_into_the_future(office: Office, given: dict[str, Any]) -> None:
    letter = await post.came_in(office)

    assert await office.refuses("officer", "CorrectLetter", id=letter["id"], **given) == "letter-dated-in-the-future"


async def test_nothing_becomes_due_in_the_past(office: Office) -> None:
    letter = await post.came_in(office)
    past: dict[str, Any] = {"id": letter["id"], "due": "2026-09-06"}

    assigned = await office.refuses("officer", "AssignLetter", **past, assignee="officer-2")
    postponed = await office.refuses("officer", "PostponeLetter", **past, reason="Why")
    await does(office, "CloseLetter", letter, no_answer="For our information")
    reopened = await office.refuses("officer", "ReopenLetter", **past, reason="Why")

    assert {assigned, postponed, reopened} == {"letter-due-in-the-past"}


async def test_what_was_written_down_and_is_not_so_is_forgotten(office: Office) -> None:
    given: dict[str, Any] = {"their_number": "17", "their_date": "2026-09-01", "unit": "philology", "note": "Call back"}
    letter = await post.came_in(office, **given, person="Anna Weber")

    after = await does(office, "CorrectLetter", letter, forget=["their_number", "unit", "person", "note"])

    assert (after["their_number"], after["read_by_unit"], after["their_date"]) == (None, None, "2026-09-01")
    told = (await office.asks("officer", "POST", "/letters/read", json={"ids": [letter["id"]]})).json()["letters"]
    assert [(each["person"], each["note"]) for each in told] == [(None, None)]
    assert (await post.came_in(office, **given))["their_number"] == "17"
