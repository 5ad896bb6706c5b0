"""Who travels: members of staff whom we know, none of them on two trips at once."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import cast, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.people.interface import Employee, take_employees
from korpu_mobility.trips.domain.lifecycle import LIVE
from korpu_mobility.trips.domain.route import require_apart
from korpu_mobility.trips.refusals.planning import CompanionTwice, TravellerUnknown
from korpu_mobility.trips.tables import Trip


async def take_travellers(
    person_id: UUID, companion_ids: Sequence[UUID], cover_id: UUID | None, uow: UnitOfWork
) -> Employee:
    """Take the rows of all who go, so that two trips of one person are weighed one after the other."""
    if len({person_id, *companion_ids}) != len(companion_ids) + 1:
        raise CompanionTwice("companion_ids")
    named = [("person_id", person_id), *((f"companion_ids.{n}", each) for n, each in enumerate(companion_ids))]
    named += [("cover_id", cover_id)] if cover_id else []
    known = await take_employees({each for _, each in named}, uow)
    for path, each in named:
        if each not in known:
            raise TravellerUnknown(path)
    return known[person_id]


def require_own_unit(traveller: Employee, unit: str | None) -> None:
    """A coordinator names the own unit, and somebody of another one is not there for them."""
    if unit and unit != traveller.unit:
        raise NotFound("person_id")


async def require_no_other_trip(trip: Trip, uow: UnitOfWork) -> None:
    """Refuse a trip that touches another of anybody who goes; their rows are taken, so nothing slips between."""
    theirs = [
        each
        for one in trip.travellers
        for each in (col(Trip.person_id) == one, cast(col(Trip.companion_ids), JSONB).contains([str(one)]))
    ]
    others = await uow.find(Trip, col(Trip.id) != trip.id, col(Trip.status).in_(LIVE), or_(*theirs))
    require_apart(trip.span, [other.span for other in others])
