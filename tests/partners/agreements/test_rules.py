"""The rules of agreements by themselves: routes, dates, periods, the calendar."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu_chassis.commands.impact import Dependent, impact_code
from korpu_chassis.dated_rules import rungs
from korpu_partners.agreements.domain.kinds import Kind
from korpu_partners.agreements.domain.lifecycle import BY_THE_CLOCK, UNSIGNED, Status, status_of
from korpu_partners.agreements.domain.renewal import (
    months_later,
    next_period,
    same_length,
    successor_terms,
)
from korpu_partners.agreements.domain.reviews import Approval, approve, reopened, review_of, send_back
from korpu_partners.agreements.domain.routes import Step
from korpu_partners.agreements.domain.rules import runs_long
from korpu_partners.agreements.refusals.reviews import NotItsTurn
from korpu_partners.agreements.rules import REMINDERS
from korpu_partners.agreements.terms import Obligation, terms_hash
from tests.partners.agreements.agreed import OWED, TODAY, condition, terms

DAYS = st.dates(date(2000, 2, 28), date(2060, 1, 1))


@given(st.sampled_from(list(Kind)), st.sampled_from([(), (OWED,)]), st.sampled_from([None, "physics"]), st.randoms())
def test_any_order_of_approvals_that_the_route_allows_ends_with_all_of_them(
    kind: Kind,
    owed: tuple[Obligation, ...],
    unit: str | None,
    chance: random.Random,
) -> None:
    agreed = terms(kind=kind, obligations=owed)
    review = review_of(agreed, 1, terms_hash(agreed), unit, TODAY)
    taken: list[Step] = []
    while review.missing:
        assert review.ball_with is not None
        step = chance.choice(review.open)
        review = approve(review, yes(step.step, step.organisation_id), TODAY)
        taken.append(step.step)

    ours = [step for step in taken if step is not Step.PARTNER]
    assert ours[-1] is Step.RECTORATE
    assert (Step.FINANCE in taken) == bool(owed)
    assert taken.count(Step.PARTNER) == 2
    assert review.ball_with is None
    assert all(step.due is not None for step in review.steps)


def yes(step: Step, organisation_id: UUID | None = None) -> Approval:
    return Approval(
        by=step, organisation_id=organisation_id, terms_version=1, terms_hash="x", on=TODAY, subject="somebody"
    )


def test_what_was_returned_waits_for_a_decision_again() -> None:
    review = review_of(terms(), 1, "x", None, TODAY)
    review = approve(review, yes(Step.DEPARTMENT), TODAY)

    again = reopened(send_back(review, Step.LEGAL, None, TODAY), TODAY + timedelta(days=30))

    legal = next(each for each in again.steps if each.step is Step.LEGAL)
    assert (legal.decided, legal.due) == (None, TODAY + timedelta(days=44))
    assert [approval.by for approval in again.approvals] == [Step.DEPARTMENT]


def test_a_stranger_among_the_partners_does_not_approve() -> None:
    review = review_of(terms(), 1, "x", None, TODAY)

    with pytest.raises(NotItsTurn):
        approve(review, yes(Step.PARTNER, uuid4()), TODAY)


@given(DAYS, st.integers(0, 240))
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = months_later(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(DAYS, st.integers(1, 120))
def test_periods_follow_each_other_without_a_gap(ends: date, months: int) -> None:
    starts, until = next_period(ends, months)

    assert starts == ends + timedelta(days=1)
    assert until > starts


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)).filter(lambda day: day.day <= 28), st.integers(1, 120))
def test_a_successor_is_as_long_in_months_as_what_it_follows(began: date, months: int) -> None:
    ended = months_later(began, months) - timedelta(days=1)

    until = same_length(began, ended, ended + timedelta(days=1))

    assert until == months_later(began, 2 * months) - timedelta(days=1)


def test_a_successor_moves_the_academic_years_on() -> None:
    agreed = terms(conditions=(condition(),), obligations=(OWED,))

    after = successor_terms(agreed, date(2026, 10, 1), date(2029, 10, 1), date(2032, 9, 30))

    assert (after.conditions[0].first_year, after.conditions[0].last_year) == ("2029/2030", "2031/2032")
    assert after.conditions[0].id != agreed.conditions[0].id
    assert after.obligations[0].id != OWED.id


@given(DAYS)
def test_the_ladder_has_six_rungs_before_the_end(ends: date) -> None:
    told = list(rungs(ends, REMINDERS.forms()))

    assert [(ends - day).days for _, day in told] == [days for days, _ in told] == [365, 180, 90, 60, 30, 15]


@pytest.mark.parametrize(
    ("starts", "ends", "long"),
    [
        (date(2026, 10, 1), date(2031, 9, 30), False),
        (date(2026, 10, 1), date(2031, 10, 1), True),
        (None, date(2031, 9, 6), False),
        (None, date(2031, 9, 7), True),
        (date(2020, 1, 1), date(2031, 9, 6), False),
        (date(2028, 2, 29), date(2033, 2, 28), False),
        (date(2028, 2, 29), date(2033, 3, 1), True),
    ],
)
def test_five_years_are_counted_to_the_day(starts: date | None, ends: date, *, long: bool) -> None:
    assert runs_long(terms(starts=starts, ends=ends), TODAY) is long


@dataclass
class Paper:
    """The facts of an agreement that its status follows from."""

    status: str = Status.APPROVED
    signed_on: date | None = TODAY
    takes_effect: date | None = date(2026, 10, 1)
    ends: date | None = date(2029, 9, 30)
    terminates_on: date | None = None
    renews_on: date | None = None
    is_suspended: bool = False
    is_annulled: bool = False


@given(st.integers(-2000, 4000))
def test_the_status_goes_on_step_by_step_and_never_back(passed: int) -> None:
    order = [Status.AWAITING_START, Status.IN_FORCE, Status.EXPIRING, Status.EXPIRED]
    today = TODAY + timedelta(days=passed)

    now, tomorrow = (Status(status_of(Paper(), each)) for each in (today, today + timedelta(days=1)))

    assert order.index(now) <= order.index(tomorrow) <= order.index(now) + 1


LENGTHS = st.none() | st.integers(1, 1500)


@given(st.integers(0, 300), LENGTHS, LENGTHS, LENGTHS, st.integers(-10, 2000))
def test_the_calendar_makes_only_the_moves_that_are_drawn(
    before: int, length: int | None, ended: int | None, followed: int | None, passed: int
) -> None:
    first = TODAY + timedelta(days=before)
    ends = first + timedelta(days=length) if length else None
    paper = Paper(takes_effect=first, ends=ends)
    if ended and not (length and ended > length):
        paper.terminates_on = first + timedelta(days=ended)
    paper.renews_on = first + timedelta(days=followed) if followed else None

    now, tomorrow = (Status(status_of(paper, TODAY + timedelta(days=passed + more))) for more in (0, 1))

    assert now is tomorrow or tomorrow in BY_THE_CLOCK[now]


@pytest.mark.parametrize("status", UNSIGNED)
def test_the_calendar_has_no_say_before_the_signature(status: Status) -> None:
    assert status_of(Paper(status=status, signed_on=None), date(2099, 1, 1)) == status


@pytest.mark.parametrize(
    ("paper", "status"),
    [
        (Paper(ends=None), Status.IN_FORCE),
        (Paper(is_suspended=True), Status.SUSPENDED),
        (Paper(is_suspended=True, ends=date(2027, 12, 31)), Status.EXPIRED),
        (Paper(terminates_on=date(2028, 1, 1)), Status.TERMINATED),
        (Paper(terminates_on=date(2028, 1, 2)), Status.IN_FORCE),
        (Paper(terminates_on=date(2027, 1, 1), ends=date(2027, 12, 31)), Status.TERMINATED),
        (Paper(renews_on=date(2028, 1, 1)), Status.RENEWED),
        (Paper(renews_on=date(2028, 1, 1), ends=date(2027, 12, 31)), Status.RENEWED),
        (Paper(renews_on=date(2028, 2, 1), ends=date(2027, 12, 31)), Status.EXPIRED),
    ],
)
def test_the_facts_decide_the_status_on_new_years_day(paper: Paper, status: Status) -> None:
    assert status_of(paper, date(2028, 1, 1)) is status


@given(st.lists(st.sampled_from(["agreed", "arrived", "planning"]), min_size=1, max_size=6), st.randoms())
def test_the_impact_code_does_not_depend_on_order(statuses: list[str], chance: random.Random) -> None:
    found = [Dependent(kind="mobility", id=UUID(int=place), status=status) for place, status in enumerate(statuses)]
    shuffled = list(found)
    chance.shuffle(shuffled)

    assert impact_code(shuffled) == impact_code(found)
    assert impact_code(found[1:]) != impact_code(found)
