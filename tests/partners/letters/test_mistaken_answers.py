"""A letter that was noted as an answer by mistake: both stay in the register, and what lacks one waits again."""

from typing import Any

import pytest

from tests.office import Office
from tests.partners.letters import post

REASON = "It answers another letter"
Letter = dict[str, Any]


async def answered(office: Office, answers: int = 1, assignee: str | None = "officer-2") -> Letter:
    """A letter with so many answers."""
    letter = await post.came_in(office, assignee=assignee)
    for _ in range(answers):
        letter = await noted(office, letter)
    return letter


async def noted(office: Office, letter: Letter) -> Letter:
    """The letter with one more answer."""
    answer = await post.went_out(office)
    return dict((await office.does("officer", "AnswerLetter", id=letter["id"], answer_id=answer["id"]))["state"])


async def without(office: Office, letter: Letter) -> Letter:
    """The letter after its last answer was taken back."""
    given = {"id": letter["id"], "answer_id": letter["answer_ids"][-1], "reason": REASON}
    return dict((await office.does("officer", "WithdrawAnswer", **given))["state"])


@pytest.mark.parametrize("end", ["answered", "closed"])
@pytest.mark.parametrize(
    ("answers", "assignee", "stands"), [(1, "o", "assigned"), (1, None, "registered"), (2, "o", "")]
)
async def test_what_has_no_other_answer_waits_again(
    office: Office, end: str, answers: int, assignee: str | None, stands: str
) -> None:
    letter = await answered(office, answers, assignee)
    if end == "closed":
        await office.does("officer", "CloseLetter", id=letter["id"])

    after = await without(office, letter)

    assert (after["status"], len(after["answer_ids"])) == (stands or end, answers - 1)


@pytest.mark.parametrize("stands", ["registered", "assigned", "in_progress"])
async def test_a_letter_that_was_opened_again_stays_where_it_is(office: Office, stands: str) -> None:
    letter = await answered(office, assignee=None if stands == "registered" else "officer-2")
    await office.does("officer", "ReopenLetter", id=letter["id"], reason="They ask again")
    if stands == "in_progress":
        await office.does("officer", "BeginLetter", id=letter["id"])

    after = await without(office, letter)

    assert (after["status"], after["answer_ids"]) == (stands, [])


async def test_everybody_hears_why_and_the_answer_keeps_its_number(office: Office) -> None:
    letter = await answered(office)
    [answer] = letter["answer_ids"]

    await without(office, letter)

    message = (await office.messages_about(letter["id"]))[-1]
    assert message["change"] == {"answer_id": answer, "reason": REASON}
    assert (await post.reload(office, {"id": answer}))["status"] == "registered"
    assert (await office.audit_of(letter["id"]))[-1]["why"] == REASON


async def test_what_was_never_noted_is_not_taken_back(office: Office) -> None:
    letter, other = await answered(office), await post.went_out(office)

    code = await office.refuses("officer", "WithdrawAnswer", id=letter["id"], answer_id=other["id"], reason=REASON)

    assert code == "letter-not-its-answer"


async def test_work_that_goes_on_is_not_stopped_when_an_answer_is_annulled(office: Office) -> None:
    letter = await answered(office)
    await office.does("officer", "ReopenLetter", id=letter["id"], reason="They ask again")
    await office.does("officer", "BeginLetter", id=letter["id"])

    await office.does("officer", "AnnulLetter", id=letter["answer_ids"][0], reason="Never sent")

    assert (await post.reload(office, letter))["status"] == "in_progress"
