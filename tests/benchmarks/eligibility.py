"""How long it takes to judge one person by five hundred opportunities, every rule of each."""

import time
from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal

from korpu_mobility.opportunities.domain.eligibility import Candidate, Verdict, eligibility, verdict_of
from korpu_mobility.opportunities.domain.lifecycle import Audience
from korpu_mobility.opportunities.parts import AgeLimit, GradeMean, LanguageNeed, Requirements
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground

OFFERED, ROUNDS, SLOWEST = 500, 50, 50.0
DAY = date(2027, 1, 31)


def asked(number: int) -> Requirements:
    """An opportunity that asks for everything; every second one for a level that the person has not."""
    return Requirements(
        audience=(Audience.STUDENT,),
        eqf=(6, 7) if number % 2 else (8,),
        isced=("0511", "0300", "0230"),
        citizenships=("AZ", "TR", "GE"),
        barred_citizenships=("DE",),
        ages=(AgeLimit(level=6, under=30),) if number % 2 else (AgeLimit(level=8, under=45),),
        mean=GradeMean(minimum=Decimal(70), scale=Decimal(100)),
        languages=(LanguageNeed(language="en", cefr="B1"), LanguageNeed(language="de", cefr="A2")),
    )


async def figures(_: Ground) -> AsyncIterator[Figure]:
    """Judge, and see that half of them let the person through."""
    offered = [asked(number) for number in range(OFFERED)]
    who = Candidate(
        audiences=frozenset({Audience.STUDENT}),
        level=6,
        field="0231",
        citizenship="AZ",
        birth_date=date(2005, 5, 6),
        mean=Decimal("4.2"),
        mean_scale=Decimal(5),
        languages={"en": "C1", "de": "B1"},
    )
    took = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        verdicts = [verdict_of(eligibility(each, who, DAY)) for each in offered]
        took.append((time.perf_counter() - began) * 1000)
        if verdicts.count(Verdict.MET) != OFFERED // 2:
            raise Wrong(f"{verdicts.count(Verdict.MET)} of {OFFERED} opportunities let the person through")
    what = f"one person judged by {OFFERED} opportunities, p95"
    yield Figure(what, percentile(took, 0.95), "ms", at_most=SLOWEST)
