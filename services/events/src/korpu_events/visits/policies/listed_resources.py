"""Rooms and cars of an item, found on the list of the office by id or by any spelling."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.resources.interface import Wanted, on_the_list
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.tables import Visit


async def with_listed(visit: Visit, item: ProgrammeItem, uow: UnitOfWork) -> ProgrammeItem:
    """The item with the room and the car that it means; what is not on the list is taken as it is written."""
    before = next((each for each in visit.programme if each.id == item.id), None)
    had = {before.room, before.car} if before else set()
    people = len(visit.members) + len({*item.people, *item.interpreters, *([item.host_id] if item.host_id else [])})
    found: dict[str, str | UUID | None] = {}
    for kind, written, id in (("room", item.room, item.room_id), ("car", item.car, item.car_id)):
        found[kind], found[f"{kind}_id"] = await on_the_list(Wanted(kind, written, id, people, had), uow)
    return item.model_copy(update=found)
