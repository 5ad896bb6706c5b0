"""What mobility's other aggregates may ask of trips: ids come in, values go out."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import cast, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.trips.domain.lifecycle import NOT_BEGUN, OVER, Cause
from korpu_mobility.trips.policies.cancellation import call_off
from korpu_mobility.trips.tables import Trip


async def last_day_of_trips(person_id: UUID, uow: UnitOfWork) -> date | None:
    """The last day of all trips that somebody made or plans, alone or along, if there is one."""
    return max((trip.ends for trip in await _trips_of(person_id, uow) if trip.status not in OVER), default=None)


async def forget_trips(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Cancel somebody's own trips that have not begun, and forget what is personal about them; gives their ids.

    Trips of others on which they went along stay as they are: they name them by id, and the statistics count them.
    """
    own = [trip for trip in await _trips_of(person_id, uow) if trip.person_id == person_id]
    for trip in own:
        taken = await uow.take(Trip, trip.id)
        taken.insurance = taken.emergency_contact = None
        if taken.status in NOT_BEGUN:
            await call_off(taken, Cause.ERASED, None, uow)
        taken.reason = taken.report = taken.justification = None
    return [trip.id for trip in own]


async def _trips_of(person_id: UUID, uow: UnitOfWork) -> list[Trip]:
    """In one order, so that they are always taken in it."""
    along = cast(col(Trip.companion_ids), JSONB).contains([str(person_id)])
    return sorted(await uow.find(Trip, or_(col(Trip.person_id) == person_id, along)), key=lambda trip: trip.id)
