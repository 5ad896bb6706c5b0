"""Whether somebody fits: each rule for itself, and all of them for five hundred opportunities."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu_mobility.opportunities.domain.eligibility import Candidate, Rule, Verdict, age_on, eligibility, verdict_of
from korpu_mobility.opportunities.domain.lifecycle import Audience
from korpu_mobility.opportunities.parts import AgeLimit, GradeMean, LanguageNeed, Requirements

DAY = date(2027, 1, 31)
STUDENT = frozenset({Audience.STUDENT})
UNDER_40, UNDER_45 = AgeLimit(level=7, under=40), AgeLimit(level=8, under=45)


MEAN = Requirements(mean=GradeMean(minimum=Decimal(70), scale=Decimal(100)))
GERMAN = Requirements(languages=(LanguageNeed(language="de", cefr="B2"),))
BY_LEVEL, BORN_1985 = Requirements(ages=(UNDER_40, UNDER_45)), date(1985, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "who", "rule", "code"),
    [
        (Requirements(audience=(Audience.TEACHER,)), Candidate(audiences=STUDENT), "audience", "not-your-audience"),
        (Requirements(eqf=(6, 7)), Candidate(level=8), "level", "level-outside"),
        (Requirements(isced=("0230",)), Candidate(field="0511"), "field", "field-outside"),
        (Requirements(citizenships=("DE",)), Candidate(citizenship="AZ"), "citizenship", "citizenship-outside"),
        (Requirements(barred_citizenships=("AZ",)), Candidate(citizenship="AZ"), "citizenship", "citizenship-outside"),
        (Requirements(ages=(AgeLimit(under=30),)), Candidate(birth_date=date(1997, 1, 31)), "age", "too-old"),
        (BY_LEVEL, Candidate(level=7, birth_date=BORN_1985), "age", "too-old"),
        (MEAN, Candidate(mean=Decimal("69.99")), "mean", "mean-too-low"),
        (GERMAN, Candidate(languages={"de": "B1"}), "language", "language-too-low"),
    ],
)
def test_each_rule_refuses_with_its_own_code(wanted: Requirements, who: Candidate, rule: str, code: str) -> None:
    (found,) = eligibility(wanted, who, DAY)

    assert (found.rule, found.verdict) == (rule, Verdict.FAILED)
    assert found.why is not None
    assert found.why.code == f"opportunity-{code}"
    assert len({found.why.message(language) for language in ("az", "en", "ru", "de", "fr")}) == 5


@pytest.mark.parametrize(
    ("wanted", "who"),
    [
        (Requirements(isced=("0200",)), Candidate(field="0231")),
        (Requirements(ages=(AgeLimit(under=30),)), Candidate(birth_date=date(1997, 2, 1))),
        (BY_LEVEL, Candidate(level=8, birth_date=BORN_1985)),
        (MEAN, Candidate(mean=Decimal("3.5"), mean_scale=Decimal(5))),
        (GERMAN, Candidate(languages={"de": "C1"})),
    ],
)
def test_each_rule_lets_those_through_who_fit(wanted: Requirements, who: Candidate) -> None:
    assert [each.verdict for each in eligibility(wanted, who, DAY)] == [Verdict.MET]


def test_a_level_without_an_age_limit_has_none() -> None:
    assert eligibility(Requirements(ages=(UNDER_40,)), Candidate(level=8, birth_date=date(1940, 1, 1)), DAY) == ()


def test_whoever_says_nothing_of_themselves_hears_what_to_tell() -> None:
    wanted = Requirements(
        audience=(Audience.STUDENT,),
        eqf=(7,),
        isced=("0231",),
        citizenships=("AZ",),
        ages=(UNDER_40,),
        mean=GradeMean(minimum=Decimal(70), scale=Decimal(100)),
        languages=(LanguageNeed(language="en", cefr="B1"), LanguageNeed(language="de", cefr="B1")),
    )

    found = eligibility(wanted, Candidate(), DAY)

    assert [each.rule for each in found] == [*Rule, Rule.LANGUAGE]
    assert {each.verdict for each in found} == {Verdict.UNKNOWN}
    assert verdict_of(found) == Verdict.UNKNOWN


def test_one_failed_rule_is_enough_and_none_that_asks_lets_everybody_in() -> None:
    found = eligibility(Requirements(eqf=(7,), isced=("0231",)), Candidate(level=6), DAY)

    assert verdict_of(found) == Verdict.FAILED
    assert verdict_of(eligibility(Requirements(), Candidate(), DAY)) == Verdict.MET


@given(st.dates(date(1930, 1, 1), date(2010, 12, 31)), st.dates(date(2011, 1, 1), date(2100, 1, 1)))
def test_nobody_grows_younger_or_more_than_a_year_older_in_a_day(born: date, day: date) -> None:
    assert age_on(born, day + timedelta(days=1)) - age_on(born, day) in {0, 1}
    assert age_on(born, day) <= day.year - born.year <= age_on(born, day) + 1


def test_who_was_born_on_a_leap_day_grows_older_in_march() -> None:
    assert [age_on(date(2004, 2, 29), day) for day in (date(2027, 2, 28), date(2027, 3, 1))] == [22, 23]
