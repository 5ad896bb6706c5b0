"""What events' other aggregates may ask of visits: ids come in, values go out."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.visits.domain.lifecycle import TAKES_PLACE, require_room
from korpu_events.visits.facts import VisitActionPointAgreed
from korpu_events.visits.refusals.course import ListFull, VisitTakesNoActionPoint
from korpu_events.visits.tables import Booking, Visit


async def book_as(name: str, spelled: Collection[str], uow: UnitOfWork) -> None:
    """Let what is booked under these spellings of a room or a car be booked under one name."""
    others = col(Booking.taken).in_(sorted({*spelled} - {name}))
    await uow.session.execute(update(Booking).where(others).values(taken=name))


ACTION_POINT_REFUSALS = (VisitTakesNoActionPoint, ListFull)


async def take_visit(id: UUID, path: str, uow: UnitOfWork) -> UUID:
    """Take a visit that an action point comes of; gives its story."""
    visit = await uow.lock(Visit, id, path)
    if visit.status not in TAKES_PLACE:
        raise VisitTakesNoActionPoint(path, status=visit.status)
    require_room(visit.action_points)
    return visit.correlation_id


async def enter_action_point(visit_id: UUID, action_point_id: UUID, uow: UnitOfWork) -> None:
    """Enter a commitment in the visit that was taken for it."""
    visit = await uow.session.get_one(Visit, visit_id)
    visit.action_points = (*visit.action_points, action_point_id)
    visit.no_follow_up = None
    await uow.emit(visit, VisitActionPointAgreed(action_point_id=action_point_id))
