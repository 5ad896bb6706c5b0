"""How places are given: in the order of the ranks each gets the first choice that has one left, and is told why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from korpu_mobility.applications.domain.lifecycle import Outcome, Status
from korpu_mobility.applications.parts import Step


@dataclass(frozen=True, slots=True)
class Place:
    """Where places are: so many at most, of seats that other destinations may draw on as well."""

    destination_id: UUID
    quota: int | None = None
    pool: UUID | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants, the most wanted first; who is below the mark gets nothing."""

    id: UUID
    rank: int
    choices: tuple[UUID, ...]
    passes: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody gets, and what became of each choice."""

    id: UUID
    status: Status
    given: UUID | None
    steps: tuple[Step, ...]


class _Left:
    """What is left of quotas and seats while places are given."""

    def __init__(self, places: Iterable[Place], seats: Mapping[UUID, int]) -> None:
        self.places = {each.destination_id: each for each in places}
        self.quotas = {each.destination_id: each.quota for each in self.places.values()}
        self.seats = dict(seats)
        self.had = {id: self.free(id) for id in self.places}
        self.last: dict[UUID, int] = {}

    def free(self, id: UUID) -> int:
        """How many places a destination has still."""
        place, quota = self.places[id], self.quotas[id]
        bounds = [] if quota is None else [quota]
        if place.pool is not None:
            bounds.append(self.seats.get(place.pool, 0))
        return max(0, min(bounds, default=0))

    def take(self, id: UUID, rank: int) -> None:
        """One place less."""
        place, quota = self.places[id], self.quotas[id]
        if quota is not None:
            self.quotas[id] = quota - 1
        if place.pool is not None:
            self.seats[place.pool] -= 1
        self.last[id] = rank


def allocate(wishes: Sequence[Wish], places: Iterable[Place], seats: Mapping[UUID, int]) -> Sequence[Decision]:
    """Give the places, in the order in which the wishes come; nobody is asked twice, and nothing depends on chance.

    `seats` are those left of each pool (a condition of an agreement), besides the quotas of the destinations.
    """
    left = _Left(places, seats)
    return [_decided(each, left) for each in wishes]


def _decided(wish: Wish, left: _Left) -> Decision:
    if not wish.passes:
        below = tuple(Step(destination_id=each, outcome=Outcome.BELOW_MARK) for each in wish.choices)
        return Decision(wish.id, Status.REJECTED, None, below)
    given: UUID | None = None
    steps: list[Step] = []
    for each in wish.choices:
        if given is not None:
            steps.append(Step(destination_id=each, outcome=Outcome.NOT_NEEDED))
        elif each not in left.places:
            steps.append(Step(destination_id=each, outcome=Outcome.GONE))
        elif left.free(each):
            left.take(each, wish.rank)
            steps.append(Step(destination_id=each, outcome=Outcome.GIVEN, places=left.had[each], last_rank=wish.rank))
            given = each
        else:
            full = {"places": left.had[each], "last_rank": left.last.get(each)}
            steps.append(Step(destination_id=each, outcome=Outcome.FULL, **full))
    if given is not None:
        return Decision(wish.id, Status.SELECTED, given, tuple(steps))
    waits = any(each.outcome == Outcome.FULL for each in steps)
    return Decision(wish.id, Status.WAITLISTED if waits else Status.REJECTED, None, tuple(steps))
