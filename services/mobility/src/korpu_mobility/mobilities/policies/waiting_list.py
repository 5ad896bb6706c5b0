"""Putting seats, waiting line and risks right after anything that concerns them."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.mobilities.domain.dates import days_of
from korpu_mobility.mobilities.domain.lifecycle import NOT_BEGUN, WITH_A_SEAT, Risk, Status, last_day_to_confirm
from korpu_mobility.mobilities.domain.seats import Place, seats_in, settle
from korpu_mobility.mobilities.facts import MobilityMovedUp, MobilityOffered, MobilityPutAtRisk, MobilityRiskLifted
from korpu_mobility.mobilities.tables import Mobility

PLACE = (
    col(Mobility.id),
    col(Mobility.status),
    col(Mobility.waiting),
    col(Mobility.seated_at),
    col(Mobility.risk),
    col(Mobility.planned_to),
)


async def take_seats(condition_id: UUID, uow: UnitOfWork) -> Seats | None:
    """Take the seats of a condition: of two who want the last one, the second waits here and then finds it gone."""
    return await uow.session.get(Seats, condition_id, with_for_update=True, populate_existing=True)


def number_in(seats: Seats, academic_year: str) -> int:
    """How many seats there are in a year."""
    return seats_in(academic_year, seats.people_per_year, seats.first_year, seats.last_year)


async def places_of(seats: Seats, academic_year: str, uow: UnitOfWork) -> list[Place]:
    """Every stay on these seats in this year; right only while the seats are taken."""
    stays = select(*PLACE).where(
        col(Mobility.condition_id) == seats.condition_id, col(Mobility.academic_year) == academic_year
    )
    return [Place(*row) for row in await uow.session.execute(stays)]


async def days_on(seats: Seats, academic_year: str, uow: UnitOfWork) -> int:
    """The days of all stays that have one of these seats in this year."""
    stays = await uow.find(
        Mobility,
        col(Mobility.condition_id) == seats.condition_id,
        col(Mobility.academic_year) == academic_year,
        col(Mobility.status).in_(WITH_A_SEAT),
    )
    return sum(days_of(stay.span.first, stay.span.last) for stay in stays)


async def freed_by(mobility: Mobility, uow: UnitOfWork) -> None:
    """A stay has left its seat or its place in line: see who comes next."""
    if (seats := await take_seats(mobility.condition_id, uow)) is not None:
        await put_right(seats, mobility.academic_year, uow)


async def put_right(seats: Seats, academic_year: str, uow: UnitOfWork) -> None:
    """Offer free seats to the first in line, close up the line, and mark whom a change of the seats threatens."""
    places = await places_of(seats, academic_year, uow)
    moves = settle(places, number_in(seats, academic_year), seats.agreement_status, seats.agreement_end)
    for mobility_id, risk in moves.risks.items():
        await _mark(await uow.lock(Mobility, mobility_id), risk, uow)
    for mobility_id in moves.offered:
        await _offer(await uow.lock(Mobility, mobility_id), uow)
    for mobility_id, position in moves.moved_up.items():
        await _move_up(await uow.lock(Mobility, mobility_id), position, uow)


async def years_of(seats: Seats, uow: UnitOfWork) -> list[str]:
    """The academic years in which somebody has, had or wants one of these seats."""
    years = select(col(Mobility.academic_year)).where(col(Mobility.condition_id) == seats.condition_id).distinct()
    return sorted(await uow.session.scalars(years))


async def _mark(mobility: Mobility, risk: Risk | None, uow: UnitOfWork) -> None:
    if mobility.status not in NOT_BEGUN:
        return
    mobility.risk = risk
    await uow.emit(mobility, MobilityPutAtRisk(risk=risk) if risk else MobilityRiskLifted())


async def _offer(mobility: Mobility, uow: UnitOfWork) -> None:
    mobility.status, mobility.waiting = Status.OFFERED, None
    mobility.seated_at = uow.now
    mobility.offer_until = last_day_to_confirm(uow.today)
    await uow.emit(mobility, MobilityOffered(until=mobility.offer_until))


async def _move_up(mobility: Mobility, position: int, uow: UnitOfWork) -> None:
    mobility.waiting = position
    await uow.emit(mobility, MobilityMovedUp(position=position))
