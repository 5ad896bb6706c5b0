"""What the clock says of letters, and on which days the office works."""

from datetime import date
from typing import Any

import pytest

from korpu_partners.letters.answering_times import answering_time, answering_times
from korpu_partners.letters.lifecycle import Nature
from korpu_partners.letters.workdays import is_working_day, working_days_after, working_days_before
from tests.office import Office
from tests.partners.letters import post


async def changes(office: Office, letter: dict[str, Any], fact: str) -> list[dict[str, Any]]:
    return [
        each["change"] for each in await office.messages_about(letter["id"]) if each["type"].endswith(f".{fact}.v1")
    ]


async def test_the_assignee_is_reminded_and_the_head_is_told_once(office: Office) -> None:
    letter = await post.came_in(office, assignee="officer-2", backup="officer-3", due="2026-09-16")

    for on in ("2026-09-13", "2026-09-14", "2026-09-16", "2026-09-17", "2026-09-20"):
        await post.day(office, on)

    both = ["officer-2", "officer-3"]
    assert await changes(office, letter, "due_soon") == [{"due": "2026-09-16", "recipients": both, "tell": []}]
    assert await changes(office, letter, "overdue") == [{"due": "2026-09-16", "recipients": both, "tell": ["head"]}]
    assert (await post.reload(office, letter))["overdue"] is True


async def test_the_due_day_itself_is_in_time(office: Office) -> None:
    letter = await post.came_in(office, due="2026-09-16")

    await post.day(office, "2026-09-16")

    assert (await post.reload(office, letter))["overdue"] is False


async def test_the_head_is_reminded_of_what_nobody_looks_after(office: Office) -> None:
    letter = await post.came_in(office, due="2026-09-16")

    await post.day(office, "2026-09-15")

    assert await changes(office, letter, "due_soon") == [{"due": "2026-09-16", "recipients": [], "tell": ["head"]}]


async def test_nobody_is_reminded_late_of_what_is_due_at_once(office: Office) -> None:
    letter = await post.came_in(office, due="2026-09-08")

    await post.day(office, "2026-09-08")

    assert await office.said_about(letter["id"]) == ["registered"]


async def test_a_postponed_letter_is_not_late_and_becomes_late_anew(office: Office) -> None:
    letter = await post.came_in(office, due="2026-09-08")
    await post.day(office, "2026-09-10")

    postponed = await office.does("officer", "PostponeLetter", id=letter["id"], due="2026-09-11", reason="They asked")
    await post.day(office, "2026-09-14")

    assert postponed["state"]["overdue"] is False
    assert await office.said_about(letter["id"]) == ["registered", "overdue", "postponed", "overdue"]


@pytest.mark.parametrize("end", ["answered", "closed", "annulled"])
async def test_the_clock_is_silent_after_the_end(office: Office, end: str) -> None:
    letter = await post.came_in(office, due="2026-09-08")
    await post.day(office, "2026-09-09")
    if end == "answered":
        await post.went_out(office, answers_id=letter["id"])
    elif end == "closed":
        await office.does("officer", "CloseLetter", id=letter["id"], no_answer="For our information")
    else:
        await office.does("officer", "AnnulLetter", id=letter["id"], reason="Not ours")

    await post.day(office, "2026-12-01")

    now = await post.reload(office, letter)
    assert (now["status"], now["overdue"]) == (end, False)
    assert await office.said_about(letter["id"]) == ["registered", "overdue", end]


async def test_a_letter_that_is_opened_late_is_late(office: Office) -> None:
    letter = await post.came_in(office, due="2026-09-08")
    await office.does("officer", "CloseLetter", id=letter["id"], no_answer="For our information")
    await post.day(office, "2026-10-01")

    opened = await office.does("officer", "ReopenLetter", id=letter["id"], reason="They ask again")

    assert (opened["status"], opened["state"]["overdue"]) == ("registered", True)


async def test_names_and_notes_go_after_five_years_and_the_entry_stays(office: Office) -> None:
    letter = await post.came_in(office, person="Erika Muster", note="Ask her for the plan")
    await office.does("officer", "CloseLetter", id=letter["id"], no_answer="For our information")

    await post.day(office, "2031-09-07")

    told = await office.asks("officer", "POST", "/letters/read", json={"ids": [letter["id"]]})
    assert [(each["person"], each["note"]) for each in told.json()["letters"]] == [(None, None)]
    assert (await office.said_about(letter["id"]))[-1] == "personal_data_purged"


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-09-07", True),
        ("2026-09-05", False),
        ("2026-03-20", False),
        ("2026-03-26", False),  # Two of the five days of Novruz are a weekend.
        ("2026-03-27", True),
        ("2026-01-20", False),
        ("2026-11-09", False),
        ("2026-11-10", False),  # 8 November 2026 is a Sunday, and 9 November a holiday.
        ("2026-11-11", True),
    ],
)
def test_the_office_is_closed_at_weekends_and_on_holidays(day: str, works: bool) -> None:  # noqa: FBT001
    assert is_working_day(date.fromisoformat(day)) is works


def test_working_days_are_counted_forth_and_back() -> None:
    assert working_days_after(date(2026, 9, 7), 10) == date(2026, 9, 21)
    assert working_days_after(date(2026, 9, 5), 1) == date(2026, 9, 7)
    assert working_days_before(date(2026, 9, 16), 2) == date(2026, 9, 14)
    assert working_days_before(date(2026, 9, 14), 1) == date(2026, 9, 11)


def test_every_nature_has_a_rule_with_a_source_and_none_holds_before_its_day() -> None:
    assert {answering_time(each, date(2026, 9, 7)) is None for each in Nature} == {False}
    assert all(rule.source for rule in answering_times())
    assert answering_time(Nature.APPLICATION, date(2015, 9, 29)) is None
