"""What the clock says of letters, and on which days the office works."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import generate_latest

from korpu_chassis.clock import BAKU
from korpu_chassis.observability import telemetry
from korpu_chassis.stopping import Stopping
from korpu_chassis.workdays.counting import (
    check_holidays,
    is_working_day,
    remind_of_holidays,
    unannounced,
    working_days_after,
    working_days_before,
)
from korpu_chassis.workdays.holidays import announced, free_days
from korpu_partners.letters.domain.answering_times import answering_time, answering_times
from korpu_partners.letters.domain.lifecycle import Nature
from tests.office import Office, logs
from tests.partners.letters import post

GIVEN = """
[[year]]
year = 2037
ramazan = [2037-06-03, 2037-06-04]
qurban = [2037-08-03, 2037-08-04]
source = "A decision"
"""


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
        ("2026-03-30", False),  # Two more, since Ramazan falls on Novruz in that year.
        ("2026-03-31", True),
        ("2026-05-29", False),  # Qurban and the day of independence are one day.
        ("2025-04-01", False),  # 30 March 2025, of Ramazan, is a Sunday.
        ("2024-06-19", False),
        ("2024-06-20", True),
        ("2024-04-12", False),  # Exchanged for a Saturday.
        ("2024-04-06", True),
        ("2026-01-20", False),
        ("2026-11-09", False),
        ("2026-11-10", False),  # 8 November 2026 is a Sunday, and 9 November a holiday.
        ("2026-11-11", True),
    ],
)
def test_the_office_is_closed_at_weekends_and_on_holidays(day: str, works: bool) -> None:  # noqa: FBT001
    assert is_working_day(date.fromisoformat(day)) is works


def test_the_year_has_as_many_working_days_as_the_ministry_of_labour_counts() -> None:
    days = (date(2026, 1, 1) + timedelta(days=each) for each in range(365))

    assert sum(map(is_working_day, days)) == 241


def test_the_operator_gives_the_holidays_of_a_year_that_is_announced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "holidays.toml"
    given.write_text(GIVEN, "utf-8")
    monkeypatch.setenv("KORPU_HOLIDAYS", str(given))
    announced.cache_clear()
    try:
        assert not is_working_day(date(2037, 6, 3))
        assert is_working_day(date(2026, 11, 25))
        assert (unannounced(date(2037, 11, 30)), unannounced(date(2037, 12, 1))) == (None, 2038)
        given.write_text(GIVEN.replace("2037-06-04", "2036-06-04"), "utf-8")
        announced.cache_clear()
        with pytest.raises(Stopping, match="KORPU_HOLIDAYS"):
            announced()
    finally:
        monkeypatch.undo()
        announced.cache_clear()
        free_days.cache_clear()


async def test_an_unknown_year_is_called_for_from_december_on(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    last = max(announced())
    assert unannounced(date(last, 11, 30)) is None
    assert unannounced(date(last, 12, 1)) == unannounced(date(last + 1, 1, 1)) == last + 1

    await check_holidays()
    telemetry.configure("office", "test", level="WARNING")
    try:
        office.clock.move_to(datetime(2037, 1, 4, 9, tzinfo=BAKU))
        await remind_of_holidays(office.database)
        is_working_day(date(2038, 1, 4))
        is_working_day(date(2038, 1, 5))
    finally:
        logs()

    said = capsys.readouterr().out
    assert said.count("holidays.unannounced") == said.count("holidays.counted_without") == 1
    assert f"korpu_holidays_last_year {last}.0" in generate_latest().decode()


def test_working_days_are_counted_forth_and_back() -> None:
    assert working_days_after(date(2026, 9, 7), 10) == date(2026, 9, 21)
    assert working_days_after(date(2026, 9, 5), 1) == date(2026, 9, 7)
    assert working_days_before(date(2026, 9, 16), 2) == date(2026, 9, 14)
    assert working_days_before(date(2026, 9, 14), 1) == date(2026, 9, 11)


def test_every_nature_has_a_rule_with_a_source_and_none_holds_before_its_day() -> None:
    assert {answering_time(each, date(2026, 9, 7)) is None for each in Nature} == {False}
    assert all(rule.source for rule in answering_times())
    assert answering_time(Nature.APPLICATION, date(2015, 9, 29)) is None
