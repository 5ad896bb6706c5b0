"""Rooms and cars of an item, found on the list of the office by id or by any spelling."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.fields import one_spelling
from korpu_events.resources.interface import ListedResource, are_listed, resource_of, resources_spelled
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.refusals.resources import NotListed, ResourceRetiredAlready, ResourceUnclear, TooFewSeats
from korpu_events.visits.tables import Visit

RESOURCE_REFUSALS = [ResourceUnclear, ResourceRetiredAlready]


async def with_listed(visit: Visit, item: ProgrammeItem, uow: UnitOfWork) -> ProgrammeItem:
    """The item with the room and the car that it means; what is not on the list is taken as it is written."""
    before = next((each for each in visit.programme if each.id == item.id), None)
    found: dict[str, str | UUID | None] = {}
    for kind, written, id in (("room", item.room, item.room_id), ("car", item.car, item.car_id)):
        known = await _meant(kind, written, id, uow)
        if known is None:
            if written and await are_listed(kind, uow):
                uow.warn(NotListed(kind))
            continue
        had = {before.room, before.car} if before else set()
        if known.retired and (written or known.name) not in had:
            raise ResourceRetiredAlready(kind, name=known.name)
        if known.capacity is not None and (people := _people(visit, item)) > known.capacity:
            uow.warn(TooFewSeats(kind, name=known.name, capacity=known.capacity, people=people))
        found |= {kind: written or known.name, f"{kind}_id": known.id}
    return item.model_copy(update=found)


async def _meant(kind: str, written: str | None, id: UUID | None, uow: UnitOfWork) -> ListedResource | None:
    spelled = f"{kind}:{one_spelling(written)}" if written else None
    by_name = (await resources_spelled({(kind, spelled.partition(":")[2])}, uow)).get(spelled) if spelled else None
    if id is None:
        return by_name
    known = await resource_of(id, uow)
    if known is None or known.kind != kind or (written and by_name != known):
        raise ResourceUnclear(f"{kind}_id")
    return known


def _people(visit: Visit, item: ProgrammeItem) -> int:
    return len(visit.members) + len({*item.people, *item.interpreters, *([item.host_id] if item.host_id else [])})
