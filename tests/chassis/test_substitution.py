"""Who acts in another's place: a role on the days alone, for who holds the other role, and never on a guess."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from korpu_chassis.clock import BAKU, Clock, FrozenClock, use
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.substitution import (
    GRACE,
    PATIENCE,
    Identification,
    Substitutes,
    Substitution,
    until_otherwise,
)
from korpu_chassis.refusals import Unavailable

BAKER = Principal("leyla", frozenset({"baker"}))
ACTS = Substitution("ramin", "leyla", date(2026, 9, 8), date(2026, 9, 10))


@dataclass
class Kept:
    """What is kept of substitutes, where it can be away or slow; it counts who asks."""

    held: Sequence[Substitution] = (ACTS,)
    away: bool = False
    slow: float = 0.0
    asked: int = 0

    async def __call__(self) -> Sequence[Substitution]:
        self.asked += 1
        await asyncio.sleep(self.slow)
        if self.away:
            raise Unavailable
        return self.held


@pytest.fixture
def clock() -> Iterator[FrozenClock]:
    clock = Clock.frozen(datetime(2026, 9, 8, 9, tzinfo=BAKU))
    with use(clock):
        yield clock


def substitutes(kept: Kept, lifetime: float = 0.0) -> Substitutes:
    return Substitutes(kept, needs="baker", lends="master", lifetime=lifetime)


@pytest.mark.parametrize(
    ("moment", "master"),
    [
        (datetime(2026, 9, 7, 23, 59, 59, 999_999, BAKU), False),
        (datetime(2026, 9, 8, 0, 0, tzinfo=BAKU), True),
        (datetime(2026, 9, 10, 23, 59, 59, 999_999, BAKU), True),
        (datetime(2026, 9, 11, 0, 0, tzinfo=BAKU), False),
    ],
)
async def test_the_role_is_lent_from_the_first_moment_of_the_first_day_to_the_last_of_the_last(
    clock: FrozenClock, moment: datetime, *, master: bool
) -> None:
    clock.move_to(moment)

    caller = await substitutes(Kept()).identified(BAKER)

    assert ("master" in caller.roles, caller.in_place_of) == (master, "ramin" if master else None)
    assert caller.own_roles == BAKER.roles
    assert caller.by_own_right() == BAKER


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(
    "caller",
    [
        replace(BAKER, subject="another"),
        replace(BAKER, roles=frozenset({"driver"})),
        replace(BAKER, roles=frozenset()),
        Principal("leyla", frozenset({"baker", "master"})),
        Principal.anonymous,
        Principal.system("clock"),
    ],
    ids=["another", "of another role", "of no role", "a master already", "nobody", "the clock"],
)
async def test_nobody_else_is_lent_anything(caller: Principal) -> None:
    assert await substitutes(Kept()).identified(caller) == caller


@pytest.mark.usefixtures("clock")
async def test_who_could_be_lent_nothing_costs_no_look() -> None:
    kept = Kept()

    await substitutes(kept).identified(replace(BAKER, roles=frozenset({"driver"})))
    await substitutes(kept).identified(Principal.anonymous)

    assert kept.asked == 0


@pytest.mark.usefixtures("clock")
async def test_what_was_read_serves_all_who_ask_for_a_moment_and_is_then_read_anew() -> None:
    kept = Kept()
    known = substitutes(kept, lifetime=0.2)
    callers = await asyncio.gather(*(known.identified(BAKER) for _ in range(20)))
    assert {caller.in_place_of for caller in callers} == {"ramin"}
    assert kept.asked == 1

    kept.held = ()
    await asyncio.sleep(0.25)

    assert await known.identified(BAKER) == BAKER
    assert kept.asked == 2


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("kept", [Kept(away=True), Kept(slow=PATIENCE + 1)], ids=["away", "too slow"])
async def test_what_cannot_be_looked_up_lends_nothing_also_to_who_was_lent_it_before(kept: Kept) -> None:
    away, slow = kept.away, kept.slow
    kept.away, kept.slow = False, 0.0
    known = substitutes(kept, lifetime=0.2)
    assert (await known.identified(BAKER)).in_place_of == "ramin"

    kept.away, kept.slow = away, slow
    await asyncio.sleep(0.2 * GRACE + 0.05)

    assert await known.identified(BAKER) == BAKER
    asked = kept.asked
    assert await known.identified(BAKER) == BAKER
    assert kept.asked <= asked + 1


@pytest.mark.usefixtures("clock")
async def test_while_one_waits_for_the_next_look_the_others_go_by_the_last() -> None:
    kept = Kept()
    known = substitutes(kept, lifetime=0.3)
    await known.identified(BAKER)
    await asyncio.sleep(0.35)
    kept.slow, kept.held = 0.2, ()

    first = asyncio.create_task(known.identified(BAKER))
    await asyncio.sleep(0.01)
    second = await known.identified(BAKER)

    assert not first.done()
    assert second.in_place_of == "ramin"
    assert await first == BAKER


@pytest.mark.usefixtures("clock")
async def test_who_gives_up_waiting_leaves_the_look_to_the_others() -> None:
    kept = Kept(slow=0.1)
    known = substitutes(kept, lifetime=60)
    hasty, patient = (asyncio.create_task(known.identified(BAKER)) for _ in range(2))
    await asyncio.sleep(0.02)

    hasty.cancel()

    assert (await patient).in_place_of == "ramin"
    assert kept.asked == 1


@pytest.mark.usefixtures("clock")
async def test_who_watches_is_told_when_it_ends() -> None:
    @dataclass
    class Always:
        async def principal(self, authorization: str | None) -> Principal:
            assert authorization == "Bearer token"
            return BAKER

    kept = Kept()
    identification = Identification(Always(), substitutes(kept))
    caller = await identification.principal("Bearer token")
    watching = asyncio.create_task(until_otherwise(identification, "Bearer token", caller))
    await asyncio.sleep(0.05)
    assert not watching.done()

    kept.held = ()

    await asyncio.wait_for(watching, 5)
