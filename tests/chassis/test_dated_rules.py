"""Rules that change: which form holds on a day, and what the operator may give."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from korpu_chassis.dated_rules import Ladder, Rulebook, check_rules, operators, rungs
from korpu_chassis.stopping import Stopping
from korpu_mobility.trips.rules import REPORT_WITHIN, RISKS

Given = Callable[[str], None]


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Given]:
    """The operator's rules."""

    def write(text: str) -> None:
        file = tmp_path / "rules.toml"
        file.write_text(text, "utf-8")
        monkeypatch.setenv("KORPU_RULES", str(file))
        forget()

    yield write
    monkeypatch.undo()
    forget()


def forget() -> None:
    for book in Rulebook.books.values():
        book.forget()
    operators.cache_clear()


async def test_the_form_of_the_day_holds_and_the_operators_wins_on_its_day(given: Given) -> None:
    given('[[mobility.trip_report]]\nsince = 2027-01-01\nworking_days = 5\nsource = "Order No. 7"')
    await check_rules()

    assert [REPORT_WITHIN.holding(day).working_days for day in (date(1990, 1, 1), date(2026, 12, 31))] == [10, 10]
    assert (REPORT_WITHIN.holding(date(2027, 1, 1)).source, REPORT_WITHIN.on(date(1990, 1, 1))) == ("Order No. 7", None)

    given('[[mobility.trip_report]]\nsince = 1995-01-01\nworking_days = 3\nsource = "Order No. 8"')
    assert REPORT_WITHIN.holding(date(2026, 1, 1)).working_days == 3


async def test_a_rule_for_each_of_several_holds_for_that_one(given: Given) -> None:
    risk = '[[mobility.travel_risk]]\nsince = 2026-01-01\nsource = "Order"\nlevel = "high"\ncountry = '
    given(f'{risk}"AQ"\n{risk}"BV"')

    assert [bool(RISKS.on(date(2026, 5, 1), country)) for country in ("AQ", "BV", "DE")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[[mobility.trip_repport]]\nsince = 2027-01-01\nworking_days = 5\nsource = "x"', r"mobility\.trip_repport"),
        ("[[mobility.trip_report]]\nsince = 2027-01-01\nworking_days = 5", r"mobility\.trip_report.*source"),
        ('[[mobility.trip_report]]\nsince = 2027-01-01\nworking_days = 5\nsource = ""', r"mobility\.trip_report"),
        ('[[mobility.trip_report]]\nsince = 2027-01-01\ndays = 5\nsource = "x"', r"mobility\.trip_report"),
        ('mobility = "none"', "KORPU_RULES"),
        ("[[mobility", "KORPU_RULES"),
    ],
)
async def test_what_cannot_be_read_ends_the_start_and_says_what_it_is(given: Given, text: str, named: str) -> None:
    given(text)

    with pytest.raises(Stopping, match=f"(?s){named}"):
        await check_rules()


async def test_rules_of_other_services_are_theirs_to_read(given: Given) -> None:
    given('[[bakery.bread]]\nsince = 2027-01-01\nsource = "x"')

    await check_rules()


RUNGS = st.sets(st.integers(0, 400), min_size=1)


@draw(day=st.dates(date(2020, 1, 1), date(2035, 1, 1)), early=RUNGS, late=RUNGS, after=st.booleans())
def test_each_reminder_is_one_of_the_ladder_that_holds_when_it_is_said(
    *, day: date, early: set[int], late: set[int], after: bool
) -> None:
    turns = date(2028, 1, 1)
    ladders = (
        Ladder(since=turns, days=tuple(late), source="No. 2"),
        Ladder(since=date(2000, 1, 1), days=tuple(early), source="No. 1"),
    )

    told = list(rungs(day, ladders, after=after))

    assert [said for _, said in told] == sorted(said for _, said in told)
    assert all(days in (late if said >= turns else early) for days, said in told)
    assert all(abs((said - day).days) == days for days, said in told)
    assert {days for days, said in told if said < turns} == {
        days for days in early if date.fromordinal(day.toordinal() + (days if after else -days)) < turns
    }
