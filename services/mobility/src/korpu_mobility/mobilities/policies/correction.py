"""A record of a stay was wrong: what it is in truth, and what follows for days, seat and line."""

from typing import Any

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.mobilities.domain import seats
from korpu_mobility.mobilities.domain.dates import days_missed, require_happened, require_return_after_arrival
from korpu_mobility.mobilities.domain.eligibility import require_eligible
from korpu_mobility.mobilities.domain.lifecycle import NOT_BEGUN, STAYED, UNDER_WAY, WITH_A_SEAT, Status
from korpu_mobility.mobilities.domain.terms import term_in
from korpu_mobility.mobilities.facts import MobilityCorrected
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.accounts import post_days, reckon_grant
from korpu_mobility.mobilities.policies.nomination import nominee_of
from korpu_mobility.mobilities.policies.overlap import require_no_overlap
from korpu_mobility.mobilities.refusals.corrections import NotRecordedYet
from korpu_mobility.mobilities.refusals.seats import NoSeatLeft
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import hold_person

DAYS = ("actual_from", "actual_to")


async def correct(mobility: Mobility, named: dict[str, Any], uow: UnitOfWork) -> None:
    """Write down what is named, if it can have been; the seats of both years are put right."""
    former_year = mobility.academic_year
    condition = await waiting_list.take_seats(mobility.condition_id, uow)
    await hold_person(mobility.person_id, uow)
    year = named.get("academic_year", former_year)
    term = term_in(year, mobility.term, named.get("term"))
    if condition is not None and year != former_year:
        await _take_seat_of(year, mobility, condition, uow)
    _require_recorded(mobility, named)
    for name, value in {**named, "term": term}.items():
        setattr(mobility, name, value)
    await _require_possible_days(mobility, uow)
    if condition is not None and not named.keys() <= {*DAYS, "term"}:
        require_eligible(nominee_of(mobility), condition.wanted)
    post_days(mobility, uow)
    await uow.emit(mobility, MobilityCorrected(corrected=tuple(sorted(named)), former_year=former_year))
    await reckon_grant(mobility, uow)
    if condition is not None:
        for each in sorted({former_year, year}):
            await waiting_list.put_right(condition, each, uow)


def _require_recorded(mobility: Mobility, named: dict[str, Any]) -> None:
    for name in DAYS:
        if name in named and getattr(mobility, name) is None:
            raise NotRecordedYet(name)


async def _require_possible_days(mobility: Mobility, uow: UnitOfWork) -> None:
    if mobility.actual_from:
        require_happened(mobility.actual_from, uow.today, "actual_from")
    if mobility.actual_to:
        require_return_after_arrival(mobility.actual_from, mobility.actual_to, uow.today)
        if mobility.force_majeure is not None:
            days_missed(mobility.actual_from, mobility.planned_to, mobility.actual_to, uow.today)
    if mobility.status in (*UNDER_WAY, *STAYED):
        await require_no_overlap(mobility, uow)


async def _take_seat_of(year: str, mobility: Mobility, condition: Seats, uow: UnitOfWork) -> None:
    """Who has begun has had a seat of that year in truth; who has not finds one free, or stands last in line."""
    places = await waiting_list.places_of(condition, year, uow)
    full = seats.taken(places) >= waiting_list.number_in(condition, year)
    if full and mobility.status in WITH_A_SEAT and mobility.status in NOT_BEGUN:
        raise NoSeatLeft("academic_year", seats=condition.people_per_year)
    if mobility.status == Status.WAITLISTED:
        mobility.waiting = 1 + sum(place.status == Status.WAITLISTED for place in places)
