"""What visits and events may ask of rooms and cars: names and ids come in, values go out."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.fields import one_spelling
from korpu_events.resources.domain.lifecycle import ResourceStatus
from korpu_events.resources.refusals import NotListed, ResourceRetiredAlready, ResourceUnclear, TooFewSeats
from korpu_events.resources.tables import Resource, ResourceSpelling

RESOURCE_REFUSALS = (ResourceUnclear, ResourceRetiredAlready)


class Wanted(NamedTuple):
    """A room or a car as a programme names it: in words, by its id, or both; `had` are names that it holds already."""

    kind: str
    written: str | None
    id: UUID | None
    people: int
    had: Collection[str | None] = ()


class ListedResource(NamedTuple):
    """A room or a car as it is booked."""

    id: UUID
    kind: str
    name: str
    booked_as: str
    capacity: int | None
    retired: bool


async def resource_of(id: UUID, uow: UnitOfWork) -> ListedResource | None:
    """The one with this id."""
    found = await uow.session.get(Resource, id)
    return _listed(found) if found else None


async def resource_in_use(id: UUID, path: str, uow: UnitOfWork) -> ListedResource:
    """The one with this id that can still be booked; `path` is the input's field that names it."""
    found = await resource_of(id, uow)
    if found is None:
        raise ResourceUnclear(path)
    if found.retired:
        raise ResourceRetiredAlready(path, name=found.name)
    return found


async def resources_spelled(spelled: Collection[tuple[str, str]], uow: UnitOfWork) -> dict[str, ListedResource]:
    """Those that are spelled so, by kind and spelling as they are booked: `room:aktzali`."""
    if not spelled:
        return {}
    wanted = tuple_(col(ResourceSpelling.kind), col(ResourceSpelling.spelling)).in_(sorted(spelled))
    rows = select(Resource, col(ResourceSpelling.spelling)).join(
        ResourceSpelling, col(ResourceSpelling.resource_id) == col(Resource.id)
    )
    found = await uow.session.execute(rows.where(wanted))
    return {f"{each.kind}:{spelling}": _listed(each) for each, spelling in found}


async def are_listed(kind: str, uow: UnitOfWork) -> bool:
    """Whether the office has a list of this kind at all."""
    return bool(await uow.session.scalar(select(select(Resource).where(col(Resource.kind) == kind).exists())))


async def on_the_list(wanted: Wanted, uow: UnitOfWork) -> tuple[str | None, UUID | None]:
    """Its name and id on the list of the office; what is on no list is taken as it is written, and warned of."""
    kind, written = wanted.kind, wanted.written
    known = await _meant(wanted, uow)
    if known is None:
        if written and await are_listed(kind, uow):
            uow.warn(NotListed(kind))
        return written, wanted.id
    if known.retired and (written or known.name) not in wanted.had:
        raise ResourceRetiredAlready(kind, name=known.name)
    if known.capacity is not None and wanted.people > known.capacity:
        uow.warn(TooFewSeats(kind, name=known.name, capacity=known.capacity, people=wanted.people))
    return written or known.name, known.id


async def _meant(wanted: Wanted, uow: UnitOfWork) -> ListedResource | None:
    kind = wanted.kind
    spelling = one_spelling(wanted.written) if wanted.written else None
    by_name = (await resources_spelled({(kind, spelling)}, uow)).get(f"{kind}:{spelling}") if spelling else None
    if wanted.id is None:
        return by_name
    known = await resource_of(wanted.id, uow)
    if known is None or known.kind != kind or (wanted.written and by_name != known):
        raise ResourceUnclear(f"{kind}_id")
    return known


def _listed(one: Resource) -> ListedResource:
    retired = one.status == ResourceStatus.RETIRED
    return ListedResource(one.id, one.kind, one.name, one.booked_as, one.capacity, retired)
