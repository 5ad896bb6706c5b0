"""What others may ask of the places of events: the count is held first, so that all wait in one order."""

from typing import Any
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_events.places.tables import EventPlaces

__all__ = ["EventPlaces", "begin_counting", "hold_places", "holding_places"]


def begin_counting(event_id: UUID, uow: UnitOfWork) -> None:
    """Nobody has a place at a new event."""
    uow.session.add(EventPlaces(event_id=event_id))


def holding_places(event_id: Any) -> Executable:
    """The statement that holds the count of an event: an id, or a question that finds one."""
    return select(col(EventPlaces.event_id)).where(col(EventPlaces.event_id) == event_id).with_for_update()


async def hold_places(event_id: UUID, uow: UnitOfWork, path: str | None = "event_id") -> EventPlaces:
    """The count of an event; nobody else takes or frees a place there until the transaction ends."""
    counted = await uow.session.get(EventPlaces, event_id, with_for_update=True, populate_existing=True)
    if counted is None:
        raise NotFound(path)
    return counted
