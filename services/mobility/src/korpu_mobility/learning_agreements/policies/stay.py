"""The stay that a learning agreement is about."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.learning_agreements.domain.lifecycle import BEGUN_STAYS, OPEN_STAYS
from korpu_mobility.learning_agreements.refusals.content import NotForStaff, StayNotOpen
from korpu_mobility.learning_agreements.refusals.results import StayNotBegun
from korpu_mobility.mobilities.interface import Stay, hold_stay


async def require_open_stay(mobility_id: UUID, uow: UnitOfWork) -> Stay:
    """The stay, held until the end of the transaction; refused unless it is expected or goes on."""
    stay = await hold_stay(mobility_id, uow)
    if stay.status not in OPEN_STAYS:
        raise StayNotOpen("mobility_id", stay=stay.code)
    return stay


async def require_begun_stay(mobility_id: UUID, uow: UnitOfWork) -> None:
    """Results are of a stay that has begun."""
    stay = await hold_stay(mobility_id, uow)
    if stay.status not in BEGUN_STAYS:
        raise StayNotBegun(stay=stay.code)


async def own_stay(mobility_id: UUID, person_id: UUID | None, unit: str | None, uow: UnitOfWork) -> Stay:
    """The stay of a student that is to be agreed upon, as its caller names it: of the own unit, or the own."""
    stay = await hold_stay(mobility_id, uow)
    if (unit and unit != stay.unit) or (person_id and person_id != stay.person_id):
        raise NotFound("mobility_id")
    if stay.audience != "student":
        raise NotForStaff("mobility_id")
    return await require_open_stay(mobility_id, uow)
