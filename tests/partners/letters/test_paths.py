"""Every way of a letter, from wherever it stands."""

from typing import Any

import pytest

from tests.office import Office
from tests.partners import wording
from tests.partners.letters import post

Letter = dict[str, Any]
STANDING = ("registered", "assigned", "in_progress", "answered", "closed")


async def does(office: Office, command: str, letter: Letter, **given: Any) -> str:
    """The status of a letter after one more step."""
    return str((await office.does("officer", command, id=letter["id"], **given))["status"])


async def standing(office: Office, status: str, assignee: str | None = "officer-2") -> Letter:
    """A letter that stands here; somebody sees to it, unless it is only registered."""
    letter = await post.came_in(office, assignee=None if status == "registered" else assignee)
    if status == "in_progress":
        await does(office, "BeginLetter", letter)
    if status in ("answered", "closed"):
        await post.went_out(office, answers_id=letter["id"])
    if status == "closed":
        await does(office, "CloseLetter", letter)
    return letter


async def each(office: Office, statuses: tuple[str, ...], command: str, **given: Any) -> set[str]:
    """Where letters end that stood in these statuses."""
    return {await does(office, command, await standing(office, status), **given) for status in statuses}


async def test_wherever_a_letter_stands_it_is_annulled(office: Office) -> None:
    assert await each(office, STANDING, "AnnulLetter", reason="Registered twice") == {"annulled"}


async def test_until_it_is_closed_it_is_answered_and_closed(office: Office) -> None:
    answer = await post.went_out(office)

    answered = await each(office, STANDING[:4], "AnswerLetter", answer_id=answer["id"])
    closed = await each(office, STANDING[:3], "CloseLetter", no_answer="For our information")

    assert (answered, closed) == ({"answered"}, {"closed"})


async def test_it_is_given_on_and_given_back_until_it_is_answered(office: Office) -> None:
    assigned = await each(office, STANDING[:3], "AssignLetter", assignee="officer-3")
    returned = await each(office, ("assigned", "in_progress"), "ReturnLetter", reason="It is for the faculty")

    assert (assigned, returned) == ({"assigned"}, {"registered"})


@pytest.mark.parametrize(("assignee", "waits"), [("officer-2", "assigned"), (None, "registered")])
async def test_what_was_answered_waits_again_with_whoever_had_it(
    office: Office, assignee: str | None, waits: str
) -> None:
    for status in ("answered", "closed"):
        opened, lost = await standing(office, status, assignee), await standing(office, status, assignee)
        [answer] = (await post.reload(office, lost))["answer_ids"]

        again = await does(office, "ReopenLetter", opened, reason="They ask again")
        await does(office, "AnnulLetter", {"id": answer}, reason="Never sent")

        assert (again, (await post.reload(office, lost))["status"]) == (waits, waits)


async def test_a_wrong_translation_of_its_subject_is_refused(office: Office) -> None:
    letter = await post.came_in(office)

    assert await wording.translated_wrongly(office, "TranslateLetter", letter, "subject") == wording.REFUSED
