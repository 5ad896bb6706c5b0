"""Who has a seat, who waits, and whom a change of the seats concerns.

A seat can be promised twice. What we know of an agreement is what we have heard, and an officer may nominate in the
second between its change at the partners' service and the message's arrival here; or seats that are already filled
are cut. Then nobody loses a seat in silence, and nobody is pushed out by a machine: every stay that was nominated
keeps its status, those that came last and have not begun are marked with what threatens them (`Risk`) and that is
said, the condition offers nothing until fewer have a seat than it gives, and an officer decides whom to cancel or
which seats to ask for. If the seats come back, the mark is taken away and that is said too.
Notice of termination threatens those who would not be over when it takes effect, and an agreement that has expired
without a successor all who have not begun: both are said on the day that they are heard, and offer those no seat.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from korpu_mobility.mobilities.domain.agreement_end import UNKNOWN_END, AgreementEnd
from korpu_mobility.mobilities.domain.lifecycle import NOT_BEGUN, WITH_A_SEAT, Risk, Status

OPEN = ("in_force", "expiring")
THREATS = {
    "terminated": Risk.AGREEMENT_TERMINATED,
    "suspended": Risk.AGREEMENT_SUSPENDED,
    "expired": Risk.AGREEMENT_EXPIRED,
}


@dataclass(frozen=True)
class Place:
    """One stay as the seats of a condition and year see it."""

    id: UUID
    status: str
    waiting: int | None = None
    seated_at: datetime | None = None
    risk: str | None = None
    last: date | None = None


@dataclass(frozen=True)
class Moves:
    """What must be said so that seats, line and risks are right again."""

    offered: tuple[UUID, ...] = ()
    moved_up: dict[UUID, int] = field(default_factory=dict)
    risks: dict[UUID, Risk | None] = field(default_factory=dict)


def seats_in(academic_year: str, people_per_year: int, first_year: str | None, last_year: str | None) -> int:
    """The seats of one year: those of the condition, or none outside its years."""
    covered = (first_year or academic_year) <= academic_year <= (last_year or academic_year)
    return people_per_year if covered else 0


def taken(places: Sequence[Place]) -> int:
    """The seats that somebody has, an offered one included."""
    return sum(place.status in WITH_A_SEAT for place in places)


def offered_since(place: Place, moment: datetime) -> bool:
    """Say whether the seat is on offer, and was not before this moment."""
    return place.status == Status.OFFERED and place.seated_at is not None and place.seated_at >= moment


def settle(places: Sequence[Place], seats: int, agreement_status: str, end: AgreementEnd = UNKNOWN_END) -> Moves:
    """Offer free seats to the first in line, close up the line, and mark whom the change threatens."""
    free = max(0, seats - taken(places)) if agreement_status in OPEN else 0
    line = sorted((p for p in places if p.status == Status.WAITLISTED), key=lambda p: (p.waiting or 0, p.id))
    offered = [place for place in line if not end.outlasted_by(place.last)][:free]
    waiting = [place for place in line if place not in offered]
    return Moves(
        offered=tuple(place.id for place in offered),
        moved_up={place.id: n for n, place in enumerate(waiting, start=1) if place.waiting != n},
        risks=_risks(places, seats, agreement_status, end),
    )


def _risks(places: Sequence[Place], seats: int, agreement_status: str, end: AgreementEnd) -> dict[UUID, Risk | None]:
    threat = THREATS.get(agreement_status)
    beyond = {place.id for place in _by_seniority(places)[seats:]}
    found: dict[UUID, Risk | None] = {}
    for place in places:
        if place.status not in NOT_BEGUN:
            continue
        risk = threat or _own_risk(place, beyond, end)
        if risk != place.risk:
            found[place.id] = risk
    return found


def _own_risk(place: Place, beyond: AbstractSet[UUID], end: AgreementEnd) -> Risk | None:
    if end.outlasted_by(place.last):
        return Risk.AGREEMENT_TERMINATING
    return Risk.SEAT_WITHDRAWN if place.id in beyond else None


def _by_seniority(places: Sequence[Place]) -> list[Place]:
    """Those who have begun first, then in the order in which they came to their seats."""
    seated = [place for place in places if place.status in WITH_A_SEAT]
    return sorted(seated, key=lambda p: (p.status in NOT_BEGUN, p.seated_at is None, p.seated_at, p.id))
