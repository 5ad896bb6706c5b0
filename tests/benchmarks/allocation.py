"""How long it takes to rank ten thousand applicants, to give them places, and to say to each why."""

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from korpu_mobility.applications.domain.allocation import Decision, Place, Wish, allocate
from korpu_mobility.applications.domain.explaining import explained
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.domain.ranking import Compared, ranked
from korpu_mobility.selections.interface import TieRule
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground

APPLICANTS, MEMBERS, CRITERIA, DESTINATIONS, CHOICES, SEATS = 10_000, 5, 4, 200, 5, 20
SLOWEST = 10.0
BEGAN = datetime(2027, 1, 1, tzinfo=UTC)


def id_of(kind: int, number: int) -> UUID:
    """The same thing in every run."""
    return UUID(int=(kind << 64) + number)


def applicants(chance: Random) -> list[Compared]:
    """Everybody, with points of every member for every criterion; many are equal."""
    members = [id_of(1, each) for each in range(MEMBERS)]
    criteria = [id_of(2, each) for each in range(CRITERIA)]
    return [
        Compared(
            id_of(3, number),
            BEGAN + timedelta(minutes=number),
            {member: {criterion: chance.randrange(60, 100, 5) for criterion in criteria} for member in members},
        )
        for number in range(APPLICANTS)
    ]


async def figures(_: Ground) -> AsyncIterator[Figure]:
    """Rank, give and explain; and see that as many were selected as there are places."""
    chance = Random(2027)  # noqa: S311 -- applicants that are the same in every run
    weights = {id_of(2, each): 100 // CRITERIA for each in range(CRITERIA)}
    where = [id_of(4, each) for each in range(DESTINATIONS)]
    places = [Place(each, None, each) for each in where]
    everybody = applicants(chance)
    wanted = {each.id: tuple(chance.sample(where, CHOICES)) for each in everybody}

    began = time.perf_counter()
    order = ranked(everybody, weights, TieRule.HEAVIEST_CRITERION, "2027")
    decided = allocate(
        [Wish(each.id, each.rank, wanted[each.id]) for each in order], places, dict.fromkeys(where, SEATS)
    )
    told = [told_to(each, rank) for rank, each in enumerate(decided, start=1)]
    took = time.perf_counter() - began

    selected = sum(each.status == Status.SELECTED for each in decided)
    if selected != DESTINATIONS * SEATS or len(told) != APPLICANTS or not all(map(all, told)):
        raise Wrong(f"{selected} of {DESTINATIONS * SEATS} places were given, and {len(told)} people told")
    what = f"{APPLICANTS} applicants ranked, given places and told why"
    yield Figure(what, took, "s", at_most=SLOWEST)


def told_to(decision: Decision, rank: int) -> list[str]:
    """What somebody reads of each of the own choices."""
    return [explained(step, place, rank, "az") for place, step in enumerate(decision.steps, start=1)]
