"""Ranks and places, without a database: who comes first of equals, who gets what, and why."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as some

from korpu_mobility.applications.domain.allocation import Decision, Place, Wish, allocate
from korpu_mobility.applications.domain.conflicts import found_conflicts, scorers_of
from korpu_mobility.applications.domain.lifecycle import Outcome, Status
from korpu_mobility.applications.domain.ranking import Compared, ranked
from korpu_mobility.selections.interface import TieRule

SPACE = UUID("0198a5c0-0000-7000-8000-00000000a110")
NOON = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def named(name: str) -> UUID:
    """Something that a test calls by a word."""
    return uuid5(SPACE, name)


GRADES, LETTER = named("grades"), named("letter")
WEIGHTS = {GRADES: 60, LETTER: 40}
BERLIN, PARIS = named("berlin"), named("paris")


def compared(name: str, *scores: tuple[int, int], minutes: int = 0) -> Compared:
    """An applicant, with grades and letter as each member saw them."""
    given_ = {named(f"member {n}"): {GRADES: grades, LETTER: letter} for n, (grades, letter) in enumerate(scores)}
    return Compared(named(name), NOON + timedelta(minutes=minutes), given_)


def order(*applicants: Compared, rule: TieRule, seed: str = "s") -> list[UUID]:
    """Who comes first."""
    return [each.id for each in ranked(applicants, WEIGHTS, rule, seed)]


def test_the_mean_weighs_criteria_and_is_exact() -> None:
    best, other = compared("a", (90, 60), (80, 61)), compared("b", (85, 60), (85, 60))

    first, second = ranked([other, best], WEIGHTS, TieRule.SUBMITTED_FIRST, "s")

    assert (first.id, first.rank, first.mean) == (best.id, 1, Fraction(752, 10))
    assert (second.id, second.rank, second.mean) == (other.id, 2, Fraction(75))


def test_of_equals_the_rule_says_who_comes_first() -> None:
    early, graded = compared("a", (70, 85)), compared("b", (80, 70), minutes=5)

    assert order(graded, early, rule=TieRule.SUBMITTED_FIRST) == [early.id, graded.id]
    assert order(graded, early, rule=TieRule.HEAVIEST_CRITERION) == [graded.id, early.id]
    assert order(graded, early, rule=TieRule.LOT) == order(early, graded, rule=TieRule.LOT)
    assert {tuple(order(early, graded, rule=TieRule.LOT, seed=f"{n}")) for n in range(20)} == {
        (early.id, graded.id),
        (graded.id, early.id),
    }


def outcomes(decision: Decision) -> list[Outcome]:
    return [each.outcome for each in decision.steps]


def test_each_gets_the_first_choice_that_has_a_place_left_and_is_told_why() -> None:
    wishes = [
        Wish(named("first"), 1, (BERLIN, PARIS)),
        Wish(named("second"), 2, (BERLIN, PARIS)),
        Wish(named("third"), 3, (BERLIN, PARIS)),
        Wish(named("fourth"), 4, (named("gone"),)),
        Wish(named("fifth"), 5, (BERLIN,), passes=False),
    ]

    first, second, third, fourth, fifth = allocate(wishes, [Place(BERLIN, 1), Place(PARIS, 1)], {})

    assert (first.given, outcomes(first)) == (BERLIN, [Outcome.GIVEN, Outcome.NOT_NEEDED])
    assert (second.given, outcomes(second)) == (PARIS, [Outcome.FULL, Outcome.GIVEN])
    assert (second.steps[0].places, second.steps[0].last_rank) == (1, 1)
    assert (third.status, outcomes(third)) == (Status.WAITLISTED, [Outcome.FULL, Outcome.FULL])
    assert (fourth.status, outcomes(fourth)) == (Status.REJECTED, [Outcome.GONE])
    assert (fifth.status, outcomes(fifth)) == (Status.REJECTED, [Outcome.BELOW_MARK])


def test_destinations_draw_on_the_same_seats_of_an_agreement() -> None:
    pool = named("condition")
    places = [Place(BERLIN, None, pool), Place(PARIS, 5, pool)]
    wishes = [Wish(named(f"{n}"), n, (BERLIN, PARIS) if n % 2 else (PARIS,)) for n in range(1, 6)]

    decided = allocate(wishes, places, {pool: 2})

    assert [each.status for each in decided] == [Status.SELECTED] * 2 + [Status.WAITLISTED] * 3


@given(
    choices=some.lists(some.lists(some.integers(0, 4), min_size=1, max_size=5, unique=True), max_size=40),
    quotas=some.lists(some.integers(0, 6), min_size=5, max_size=5),
)
def test_no_place_is_given_twice_and_nobody_envies_who_is_behind(choices: list[list[int]], quotas: list[int]) -> None:
    where = [named(f"place {n}") for n in range(5)]
    wishes = [Wish(named(f"{n}"), n, tuple(where[each] for each in one)) for n, one in enumerate(choices)]
    places = [Place(id, quota) for id, quota in zip(where, quotas, strict=True)]

    decided = allocate(wishes, places, {})

    given_ = [each.given for each in decided]
    assert all(given_.count(id) <= quota for id, quota in zip(where, quotas, strict=True))
    for n, (wish, decision) in enumerate(zip(wishes, decided, strict=True)):
        better = wish.choices[: wish.choices.index(decision.given)] if decision.given else wish.choices
        assert not set(better) & set(given_[n + 1 :])
        assert [each.destination_id for each in decision.steps] == list(wish.choices)
    assert allocate(wishes, places, {}) == decided


def test_nobody_scores_the_own_application_nor_the_own_unit() -> None:
    members: dict[UUID, str | None] = {named("rector"): None, named("dean"): "philology", named("chair"): "history"}

    strict = found_conflicts(named("chair"), "philology", members, same_unit=True)
    lenient = found_conflicts(named("chair"), "philology", members, same_unit=False)

    assert scorers_of(list(members), strict) == (named("rector"),)
    assert scorers_of(list(members), lenient) == (named("rector"), named("dean"))
