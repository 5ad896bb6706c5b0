"""What mobility's other aggregates may ask of trips: ids come in, values go out."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlalchemy import cast, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.trips.domain.lifecycle import BEGUN, GRANTED, NOT_BEGUN, OVER, Cause
from korpu_mobility.trips.parts import Leg
from korpu_mobility.trips.policies.cancellation import call_off
from korpu_mobility.trips.tables import Trip


@dataclass(frozen=True)
class TripOnPaper:
    """A trip as papers tell of it; its money stays where it is."""

    id: UUID
    version: int
    code: str
    status: str
    unit: str | None
    person_id: UUID
    companion_ids: tuple[UUID, ...]
    purpose_kind: str
    purpose: str
    organisation_id: UUID | None
    legs: tuple[Leg, ...]
    starts: date
    ends: date
    order_number: str | None
    order_date: date | None

    @property
    def takes_place(self) -> bool:
        """Whether it was approved, and was not cancelled since."""
        return self.status in (*GRANTED, *BEGUN)


async def trip_on_paper(trip_id: UUID, uow: UnitOfWork) -> TripOnPaper:
    """The trip as it stands now; nobody is kept from changing it."""
    trip = await uow.session.get(Trip, trip_id)
    if trip is None:
        raise NotFound("trip_id")
    return TripOnPaper(**{each.name: getattr(trip, each.name) for each in fields(TripOnPaper)})


async def hold_trip_version(trip_id: UUID, uow: UnitOfWork) -> int:
    """The version of a trip that nobody changes until the transaction ends."""
    return await uow.hold(Trip, trip_id)


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
        taken.reason = taken.report = taken.justification = taken.check_in_note = None
    return [trip.id for trip in own]


async def _trips_of(person_id: UUID, uow: UnitOfWork) -> list[Trip]:
    """In one order, so that they are always taken in it."""
    along = cast(col(Trip.companion_ids), JSONB).contains([str(person_id)])
    return sorted(await uow.find(Trip, or_(col(Trip.person_id) == person_id, along)), key=lambda trip: trip.id)
